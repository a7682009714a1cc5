package uk.hustings.local.bench.interleavings;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import uk.hustings.local.bench.interleavings.ReplicaClient.Request;
import uk.hustings.local.suite.DomainDay;

/** What can be written by one request, with what must be there before. */
enum Writer {
    REPORT {
        @Override
        Request request(Stage stage) {
            return Stage.report(stage.hq(), stage.seat(), stage.party(), Stage.MORE);
        }
    },
    MEMBER_REPORT {
        @Override
        Request request(Stage stage) {
            return Stage.report(stage.member("canvasser"), stage.seat(), null, Stage.MORE);
        }
    },
    TWIN_REPORT {
        @Override
        void prepare(Stage stage) {
            stage.twinning();
        }

        @Override
        Request request(Stage stage) {
            return Stage.report(stage.hq(), stage.target(), stage.party(), Stage.REPORTED + Stage.MORE);
        }
    },
    IMPORT {
        @Override
        Request request(Stage stage) {
            String row = "%s,%s,%s,doorstep,%d%n";
            return new Request(
                    "POST",
                    "/v1/campaign/contacts/imports.csv",
                    stage.hq(),
                    "text/csv",
                    "localParty,seatCode,day,channel,contacts\n"
                            + row.formatted(stage.party(), stage.seat(), DomainDay.DAY, Stage.MORE)
                            + row.formatted(stage.other(), stage.target(), DomainDay.DAY, Stage.REPORTED + Stage.MORE),
                    null);
        }
    },
    CORRECTION_UPWARDS {
        @Override
        Request request(Stage stage) {
            return corrected(stage, stage.batch(), Stage.REPORTED + Stage.MORE);
        }
    },
    CORRECTION_DOWNWARDS {
        @Override
        void prepare(Stage stage) {
            stage.locked();
        }

        @Override
        Request request(Stage stage) {
            return corrected(stage, stage.lockingBatch(), 1);
        }
    },
    WITHDRAWAL {
        @Override
        void prepare(Stage stage) {
            stage.locked();
        }

        @Override
        Request request(Stage stage) {
            return Request.post(
                    "%s/%s/withdrawal".formatted(Stage.contacts(stage.seat()), stage.lockingBatch()),
                    stage.hq(),
                    "{\"reason\":\"The sheet was entered twice\"}");
        }
    },
    MERGER {
        @Override
        Request request(Stage stage) {
            return Request.post(
                    "/v1/campaign/local-parties/%s/merger".formatted(stage.party()),
                    stage.hq(),
                    "{\"into\":\"%s\",\"reason\":\"Too few members for two\"}".formatted(stage.other()));
        }
    },
    SEAT_MOVE {
        @Override
        Request request(Stage stage) {
            String path = "/v1/campaign/local-parties/" + stage.other();
            return Request.put(path, stage.hq(), stage.etag(path), """
                    {"name":"%s","region":"%s","seatCodes":["%s","%s","%s"],"reason":"They work there"}""".formatted(
                            stage.other(), TwoReplicas.REGION, stage.target(), TwoReplicas.seat(4), stage.seat()));
        }
    },
    CLASS_NO_LONGER_COVERED {
        @Override
        Request request(Stage stage) {
            return stage.classes("key");
        }
    },
    CLASS_COVERED {
        @Override
        void prepare(Stage stage) {
            stage.classed("key");
        }

        @Override
        Request request(Stage stage) {
            return stage.classes("non-battleground");
        }
    },
    POLICY_ACTIVATION {
        @Override
        Request request(Stage stage) {
            return Request.post(
                    "/v1/campaign/access/policy/versions/%d/activation".formatted(stage.strictPolicy()),
                    stage.hq(),
                    "{\"reason\":\"The last fortnight\"}");
        }
    },
    POLICY_WITHDRAWAL {
        @Override
        Request request(Stage stage) {
            return Request.post(
                    "/v1/campaign/access/policy/versions/%d/withdrawal".formatted(Stage.FOUNDING_POLICY),
                    stage.hq(),
                    "{\"reason\":\"Not wanted any more\"}");
        }
    },
    LOCK {
        @Override
        Request request(Stage stage) {
            return decision(stage, "locked");
        }
    },
    RESTORE {
        @Override
        void prepare(Stage stage) {
            stage.locked();
        }

        @Override
        Request request(Stage stage) {
            return decision(stage, "restored");
        }
    },
    EXEMPTION {
        @Override
        Request request(Stage stage) {
            Instant until = DomainDay.DAY
                    .plusDays(7)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS);
            return Request.post(
                    "/v1/campaign/access/exemptions", stage.hq(), """
                    {"localParty":"%s","seatCode":"%s","until":"%s","reason":"A council by-election"}""".formatted(stage.party(), stage.seat(), until));
        }
    },
    BREAK_GLASS {
        @Override
        void prepare(Stage stage) {
            stage.locked();
        }

        @Override
        Request request(Stage stage) {
            return Request.post(
                    "/v1/campaign/access/break-glass", stage.keyHolder(), """
                    {"localParty":"%s","seatCode":"%s","reason":"The committee room cannot see its list"}""".formatted(stage.party(), stage.seat()));
        }
    },
    APPEAL {
        @Override
        void prepare(Stage stage) {
            stage.locked();
        }

        @Override
        Request request(Stage stage) {
            return stage.appeal();
        }
    },
    JUDGEMENT {
        @Override
        void prepare(Stage stage) {
            stage.appealed();
        }

        @Override
        Request request(Stage stage) {
            return Request.post(
                    "/v1/campaign/access/decisions/%s/appeal/judgement".formatted(stage.lock()),
                    stage.hq(),
                    "{\"outcome\":\"upheld\",\"reason\":\"The counts were looked at\"}");
        }
    },
    /** The timed tasks; there is no request for them. */
    SWEEP {
        @Override
        Request request(Stage stage) {
            return null;
        }
    },
    TWINNING_ACCEPTED {
        @Override
        void prepare(Stage stage) {
            stage.twinning();
        }

        @Override
        Request request(Stage stage) {
            return stage.answerTwinning("accepted");
        }
    },
    TWINNING_RECALLED {
        @Override
        void prepare(Stage stage) {
            stage.twinning();
        }

        @Override
        Request request(Stage stage) {
            return Request.post(
                    "/v1/campaign/twinnings/%s/recall".formatted(stage.twinning()),
                    stage.hq(),
                    "{\"reason\":\"Needed elsewhere\"}");
        }
    },
    TWINNING_ENDED {
        @Override
        void prepare(Stage stage) {
            stage.twinning();
        }

        @Override
        Request request(Stage stage) {
            return stage.answerTwinning("ended");
        }
    },
    MEMBER_ADDED {
        @Override
        Request request(Stage stage) {
            return new Request(
                    "PUT",
                    member(stage),
                    stage.hq(),
                    "application/json",
                    "{\"reason\":\"Elected at the annual meeting\"}",
                    null);
        }
    },
    MEMBER_REMOVED {
        @Override
        Request request(Stage stage) {
            return new Request("DELETE", member(stage) + "?reason=Moved", stage.hq(), null, null, null);
        }
    };

    /** Makes what the request needs; most need no more than there is. */
    void prepare(Stage stage) {}

    /** Made before anybody writes, so that a condition on what was read is one on the state before. */
    abstract Request request(Stage stage);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Request corrected(Stage stage, String batch, int contacts) {
        String path = Stage.contacts(stage.seat()) + "/" + batch;
        return Request.put(
                path,
                stage.hq(),
                stage.etag(path),
                "{\"reason\":\"Counted again\",\"counts\":[%s]}".formatted(Stage.count(contacts)));
    }

    private static Request decision(Stage stage, String outcome) {
        return Request.post(
                "/v1/campaign/access/decisions", stage.hq(), """
                {"localParty":"%s","seatCode":"%s","outcome":"%s","reason":"Decided by hand"}""".formatted(stage.party(), stage.seat(), outcome));
    }

    private static String member(Stage stage) {
        return "/v1/campaign/local-parties/%s/members/%s".formatted(stage.party(), TwoReplicas.ACCOUNT);
    }
}
