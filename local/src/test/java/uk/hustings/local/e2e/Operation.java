package uk.hustings.local.e2e;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How an operation of the API is tried for a caller and a place, so that nothing changes even if it is allowed.
 *
 * @param id operationId in the API document
 * @param permission row of the access matrix
 * @param scope what the place has to do with it
 * @param answers what it answers those who may: of a read 200, of a write that cannot succeed why it cannot
 */
record Operation(String id, String permission, Scope scope, Set<Integer> answers, Attempt attempt) {

    enum Scope {
        /** It is the same everywhere. */
        EVERYWHERE,
        /** It names one seat or local party. */
        PLACE,
        /** It gives of all places those that the caller may know. */
        LIST
    }

    /** Sends the request. */
    interface Attempt {
        Response send(RequestSpecification caller, LocalParty place);
    }

    private static final String SWING = "?from=ge2010&to=ge2015&parties=con,lab";
    private static final String UNIFORM_SWING = "?baseline=ge2010&change=con:-3.5,lab:2";
    private static final String SEATS =
            "boundarySet,seatCode,name,regionCode,regionName,country,county,type,electorate,centroidLat,centroidLon\n"
                    + "2010,E14000653,Crewe and Nantwich,E12000002,North West,England,Cheshire,County,-5,53.06,-2.42\n";
    private static final String BROKEN = "no,such,columns\n1,2,3\n";
    private static final String ELECTION = """
            {"electionId":"by-2015-01-15-E14999999","name":"Nowhere by-election","kind":"by-election",
             "pollingDay":"2015-01-15","boundarySet":"2010","contests":[{"seatCode":"E14999999","validVotes":3,
             "candidates":[{"party":"lab","partyName":"Labour","name":"A","votes":2},
                           {"party":"con","partyName":"Conservative","name":"B","votes":1}]}]}""";
    private static final String POLLS = """
            pollster,client,population,question,seatCode,fieldworkStart,fieldworkEnd,visibility,sampleSize,conPct,labPct
            Nobody,,adults,constituency,E14999999,2015-04-01,2015-04-02,private,500,40,60
            """;
    private static final String POLL = """
            {"polls":[{"kind":"poll","population":"adults","geography":"seat","seatCode":"E14999999","visibility":"private"}]}""";
    private static final String ITEM = """
            {"items":[{"kind":"weather","source":"Nobody"}]}""";
    private static final String TOO_MANY = "{\"elections\":50001}";
    private static final String WHAT_IF = "{\"nationalPts\":{\"lab\":2}}";
    private static final String LOCAL_PARTIES =
            "localParty,name,region,seatCodes\nnowhere,Nowhere,E12000002,E14999999\n";
    private static final String PIGEONS = """
            {"counts":[{"day":"2015-04-14","channel":"pigeon","attempts":1,"contacts":1}]}""";
    private static final String DECISION = """
            {"localParty":"nowhere","seatCode":"E14000653","outcome":"restored","reason":"Nobody is there"}""";
    private static final String REASON = "{\"reason\":\"Entered twice\"}";
    private static final String JUDGEMENT = "{\"outcome\":\"dismissed\",\"reason\":\"The count is right\"}";
    private static final String CORRECTION = """
            {"reason":"Misread","counts":[{"day":"2015-04-14","channel":"phone","contacts":1}]}""";
    private static final String ACCESS = "/v1/campaign/access";
    private static final String POLICY = ACCESS + "/policy";
    private static final String TARGET_LISTS = "/v1/campaign/strategy/target-lists";
    private static final String TWINNINGS = "/v1/campaign/twinnings";
    private static final String EFFECT_SETS = "/v1/campaign/effect-sets";
    private static final String RESOURCES = "/v1/campaign/resources";
    private static final String SPENDING = "/v1/campaign/spending";
    private static final String EXPENSES = SPENDING + "/expenses";
    private static final String EXPENSE = """
            {"seatCode":"%s","category":"staff","period":"short","status":"declared","paidGbp":0,"day":"2015-04-14"}""";
    private static final String SYNC = "/v1/campaign/role-sync";
    private static final String PUBLISHED = "{\"visibility\":\"public\",\"reason\":\"Published by the MP\"}";

    private static final Map<String, Operation> ALL = List.of(
                    everywhere("listSeats", "seat:read", 200, get("/v1/seats?limit=1")),
                    everywhere("getSeat", "seat:read", 200, get(place -> "/v1/seats/" + place.seatCode())),
                    everywhere("listBoundarySets", "seat:read", 200, get("/v1/boundary-sets")),
                    everywhere("exportSeats", "seat:read", 200, get("/v1/seats.csv")),
                    everywhere("getHexMap", "seat:read", 200, get("/v1/seats.hexjson")),
                    ofSeat("listNeighbours", "/neighbours"),
                    ofSeat("listSuccessors", "/successors"),
                    ofSeat("listPredecessors", "/predecessors"),
                    ofSeat("getSeatHistory", "/history"),
                    everywhere("listParties", "seat:read", 200, get("/v1/parties")),
                    everywhere("listElections", "seat:read", 200, get("/v1/elections")),
                    everywhere("getElection", "seat:read", 200, get("/v1/elections/ge2010")),
                    everywhere("listElectionResults", "seat:read", 200, get("/v1/elections/ge2010/results?limit=1")),
                    everywhere("exportElectionResults", "seat:read", 200, get("/v1/elections/ge2010/results.csv")),
                    everywhere(
                            "listResultRevisions",
                            "seat:read",
                            200,
                            get(place -> "/v1/elections/ge2010/results/" + place.seatCode() + "/history")),
                    everywhere("listRankings", "seat:read", 200, get("/v1/rankings?party=lab&limit=1")),
                    everywhere("exportRankings", "seat:read", 200, get("/v1/rankings.csv?party=lab")),
                    everywhere(
                            "compareRankings",
                            "seat:read",
                            200,
                            get("/v1/rankings/comparison?party=lab&from=2010-06-30&limit=1")),
                    ofSeat("getSeatSeries", "/series"),
                    everywhere("listRegions", "seat:read", 200, get("/v1/regions")),
                    everywhere("getRegionSeries", "seat:read", 200, get("/v1/regions/S92000003/series")),
                    everywhere("listSwings", "seat:read", 200, get("/v1/swings" + SWING)),
                    everywhere("exportSwings", "seat:read", 200, get("/v1/swings.csv" + SWING)),
                    everywhere(
                            "projectUniformSwing",
                            "seat:read",
                            200,
                            get("/v1/projections/uniform-swing" + UNIFORM_SWING)),
                    everywhere(
                            "exportUniformSwing",
                            "seat:read",
                            200,
                            get("/v1/projections/uniform-swing.csv" + UNIFORM_SWING)),
                    everywhere(
                            "importParties",
                            "election:write",
                            422,
                            csv("/v1/parties/imports", "code,name,colour,lineage\n,,,\n")),
                    everywhere("importSeats", "election:write", 422, csv("/v1/seats/imports", SEATS)),
                    everywhere("importNeighbours", "election:write", 400, csv("/v1/seats/neighbours/imports", BROKEN)),
                    everywhere(
                            "importPostcodeCentroids",
                            "election:write",
                            400,
                            csv("/v1/seats/postcode-centroids/imports", BROKEN)),
                    everywhere("importSuccessors", "election:write", 400, csv("/v1/seats/successors/imports", BROKEN)),
                    everywhere(
                            "importHolderEvents",
                            "election:write",
                            400,
                            csv("/v1/seats/holder-events/imports", BROKEN)),
                    everywhere("importElection", "election:write", 422, json("/v1/elections/imports", ELECTION)),
                    everywhere("importElections", "election:write", 400, csv("/v1/elections/imports.csv", BROKEN)),
                    everywhere(
                            "listPolls", "poll:read-public", 200, get(place -> "/v1/polls?seat=" + place.seatCode())),
                    everywhere(
                            "countPolls",
                            "poll:read-public",
                            200,
                            get(place -> "/v1/polls/counts?seat=" + place.seatCode())),
                    everywhere(
                            "getPoll",
                            "poll:read-public",
                            200,
                            (caller, place) -> caller.get("/v1/polls/" + aPublicPoll())),
                    everywhere(
                            "getPollHistory",
                            "poll:read-public",
                            200,
                            (caller, place) -> caller.get("/v1/polls/" + aPublicPoll() + "/history")),
                    everywhere("exportPolls", "poll:read-public", 200, get("/v1/polls.csv?seat=E14000653")),
                    everywhere("importPolls", "poll:write", 422, json("/v1/polls/imports", POLL)),
                    everywhere("importPollsCsv", "poll:write", 422, csv("/v1/polls/imports.csv", POLLS)),
                    everywhere("correctPoll", "poll:write", 422, put("/v1/polls/%s", "{}")),
                    everywhere("withdrawPoll", "poll:write", 404, json(Operation::somePoll, REASON)),
                    everywhere("changePollVisibility", "poll:write", 404, put("/v1/polls/%s/visibility", PUBLISHED)),
                    everywhere("listPollReadings", "poll:read-log", 200, get("/v1/polls/readings?limit=1")),
                    everywhere("listEvidence", "poll:read-public", 200, get("/v1/evidence?seat=E14000653")),
                    everywhere(
                            "getEvidence", "poll:read-public", 404, get(place -> "/v1/evidence/" + UUID.randomUUID())),
                    everywhere("importEvidence", "poll:write", 422, json("/v1/evidence/imports", ITEM)),
                    everywhere("correctEvidence", "poll:write", 422, put("/v1/evidence/%s", "{}")),
                    everywhere("withdrawEvidence", "poll:write", 404, json(Operation::someItem, REASON)),
                    everywhere(
                            "changeEvidenceVisibility",
                            "poll:write",
                            404,
                            put("/v1/evidence/%s/visibility", PUBLISHED)),
                    publicly("listPollWaves", "/v1/polls/waves?seat=E14000922"),
                    publicly("listPollTrends", "/v1/polls/trends"),
                    publicly("groupPolls", "/v1/polls/groups?party=lab&question=constituency"),
                    publicly("averagePolls", "/v1/polls/means?question=constituency&population=adults"),
                    publicly(
                            "correlatePolls",
                            "/v1/polls/correlation?x=con&y=ukip&question=constituency&geography=seat"),
                    publicly("listPollSwings", "/v1/polls/swings?baseline=ge2010&limit=1"),
                    publicly("listPollLocalisation", "/v1/polls/localisation"),
                    publicly("listContactRecall", "/v1/polls/contact-recall"),
                    publicly("listPollRecords", "/v1/polls/records"),
                    publicly("getNationalAverage", "/v1/averages/national"),
                    publicly("getNationalAverageSeries", "/v1/averages/national/series?from=2015-03-01&to=2015-03-03"),
                    publicly(
                            "exportNationalAverageSeries",
                            "/v1/averages/national/series.csv?from=2015-03-01&to=2015-03-03"),
                    everywhere("runForecast", "forecast:run", 422, json("/v1/forecasts", TOO_MANY)),
                    publicly("listForecasts", "/v1/forecasts?limit=1"),
                    publicly("getLatestForecast", "/v1/forecasts/latest"),
                    publicly("listForecastParameters", "/v1/forecasts/parameters"),
                    ofNobody("getForecast", ""),
                    ofNobody("followForecast", "/events"),
                    ofNobody("getForecastInputs", "/inputs"),
                    ofNobody("listForecastSeats", "/seats"),
                    ofNobody("exportForecastSeats", "/seats.csv"),
                    ofNobody("getForecastSeat", "/seats/E14000922"),
                    everywhere("cancelForecast", "forecast:run", 404, json(Operation::someForecast, REASON)),
                    everywhere("askWhatIf", "forecast:run", 404, json(Operation::someWhatIf, WHAT_IF)),
                    everywhere("runBacktest", "forecast:run", 422, json("/v1/forecasts/backtests", TOO_MANY)),
                    publicly("listBacktests", "/v1/forecasts/backtests?limit=1"),
                    everywhere(
                            "getBacktest",
                            "poll:read-public",
                            404,
                            get(place -> "/v1/forecasts/backtests/" + UUID.randomUUID())),
                    everywhere("cancelBacktest", "forecast:run", 404, json(Operation::someBacktest, REASON)),
                    place("reportContacts", "contact:report", 422, json(LocalParty::contacts, PIGEONS)),
                    place("listContactWeeks", "contact:read", 200, get(LocalParty::contacts)),
                    place("withdrawContacts", "contact:correct", 404, json(Operation::someBatch, REASON)),
                    place("correctContacts", "contact:correct", 404, (caller, place) -> put(
                                    place.contacts() + "/%s", CORRECTION)
                            .send(caller, place)),
                    place(
                            "getContactBatch",
                            "contact:read",
                            404,
                            get(place -> place.contacts() + "/" + UUID.randomUUID())),
                    place(
                            "listContactLines",
                            "contact:read",
                            404,
                            get(place -> place.contacts() + "/" + UUID.randomUUID() + "/lines")),
                    everywhere("importContacts", "contact:report", 400, json("/v1/campaign/contacts/imports", "{}")),
                    everywhere(
                            "importContactsCsv",
                            "contact:report",
                            400,
                            csv("/v1/campaign/contacts/imports.csv", BROKEN)),
                    everywhere(
                            "importContactsNdjson",
                            "contact:report",
                            422,
                            ndjson("/v1/campaign/contacts/imports.ndjson", "{}")),
                    list("listContactBatches", "contact:read", get("/v1/campaign/contacts/batches?limit=200")),
                    everywhere("listContactRates", "contact:read", 200, get("/v1/campaign/contacts/rates")),
                    everywhere("exportContactRates", "contact:read", 200, get("/v1/campaign/contacts/rates.csv")),
                    everywhere("listContactFlags", "contact:read", 200, get("/v1/campaign/contacts/flags")),
                    place(
                            "getSeatStrategy",
                            "strategy:read",
                            200,
                            get(place -> "/v1/campaign/strategy/seats/" + place.seatCode())),
                    list("listSeatStrategies", "strategy:read", get("/v1/campaign/strategy/seats?limit=200")),
                    everywhere("exportSeatStrategies", "strategy:read", 200, get("/v1/campaign/strategy/seats.csv")),
                    place(
                            "listClassChanges",
                            "strategy:read",
                            200,
                            get(place -> "/v1/campaign/strategy/seats/" + place.seatCode() + "/history")),
                    everywhere("listClassRules", "strategy:read", 200, get("/v1/campaign/strategy/rules")),
                    everywhere("classifySeat", "strategy:write", 422, (caller, place) -> put(
                                    "/v1/campaign/strategy/seats/" + place.seatCode() + "/class", "{}")
                            .send(caller, place)),
                    everywhere(
                            "previewStrategyChange",
                            "strategy:write",
                            422,
                            json("/v1/campaign/strategy/changes/preview", "{}")),
                    everywhere("changeStrategy", "strategy:write", 422, json("/v1/campaign/strategy/changes", "{}")),
                    everywhere("publishTargetList", "strategy:write", 422, json(TARGET_LISTS, "{}")),
                    everywhere("listTargetLists", "strategy:read", 200, get(TARGET_LISTS)),
                    everywhere("getTargetList", "strategy:read", 404, get(TARGET_LISTS + "/nothing/versions/1")),
                    everywhere(
                            "exportTargetList",
                            "strategy:read",
                            404,
                            get(TARGET_LISTS + "/nothing/versions/1/seats.csv")),
                    everywhere(
                            "compareTargetLists",
                            "strategy:read",
                            404,
                            get(TARGET_LISTS + "/nothing/comparison?from=1&to=2")),
                    place(
                            "getLocalParty",
                            "local-party:read",
                            200,
                            get(place -> "/v1/campaign/local-parties/" + place.id())),
                    list("listLocalParties", "local-party:read", get("/v1/campaign/local-parties?limit=200")),
                    everywhere(
                            "importLocalParties",
                            "local-party:write",
                            422,
                            csv("/v1/campaign/local-parties/imports", LOCAL_PARTIES)),
                    everywhere(
                            "importLocalPartiesJson",
                            "local-party:write",
                            400,
                            json("/v1/campaign/local-parties/imports.json", "[]")),
                    everywhere("exportLocalParties", "local-party:read", 200, get("/v1/campaign/local-parties.csv")),
                    place(
                            "listLocalPartyChanges",
                            "local-party:read",
                            200,
                            get(place -> "/v1/campaign/local-parties/" + place.id() + "/history")),
                    everywhere("foundLocalParty", "local-party:write", 422, json("/v1/campaign/local-parties", "{}")),
                    everywhere("changeLocalParty", "local-party:write", 422, (caller, place) -> put(
                                    "/v1/campaign/local-parties/" + place.id(), "{}")
                            .send(caller, place)),
                    everywhere(
                            "mergeLocalParty",
                            "local-party:write",
                            422,
                            json(place -> "/v1/campaign/local-parties/" + place.id() + "/merger", "{}")),
                    place("listMembers", "member:write", 200, get(Operation::members)),
                    place("getMember", "member:write", 404, get(place -> members(place) + "/nobody-at-all")),
                    place("putMember", "member:write", 422, (caller, place) -> put(
                                    members(place) + "/nobody-at-all", "{\"reason\":\"New here\",\"keyHolder\":true}")
                            .send(caller, place)),
                    place(
                            "removeMember",
                            "member:write",
                            404,
                            (caller, place) -> caller.delete(members(place) + "/nobody-at-all?reason=Left")),
                    place(
                            "takeKey",
                            "member:write",
                            404,
                            (caller, place) -> caller.delete(members(place) + "/nobody-at-all/key?reason=Away")),
                    place(
                            "withdrawInvitation",
                            "member:write",
                            404,
                            (caller, place) -> caller.delete(
                                    "/v1/campaign/local-parties/" + place.id() + "/invitations/" + UUID.randomUUID())),
                    everywhere("acceptInvitation", "member:accept", 404, json(Operation::someInvitation, "{}")),
                    everywhere(
                            "refuseInvitation",
                            "member:accept",
                            404,
                            json(place -> "/v1/campaign/invitations/" + UUID.randomUUID() + "/refusal", "{}")),
                    everywhere(
                            "leaveLocalParty",
                            "member:leave",
                            400,
                            (caller, place) -> caller.delete(ACCESS + "/me/local-party?reason=%20")),
                    everywhere(
                            "giveUpKey",
                            "member:leave",
                            400,
                            (caller, place) -> caller.delete(ACCESS + "/me/key?reason=%20")),
                    place(
                            "requestKey",
                            "key:request",
                            404,
                            json(Operation::keyRequests, "{\"account\":\"nobody-at-all\",\"reason\":\"Polling day\"}")),
                    place("listKeyRequests", "key:grant", 200, get(Operation::keyRequests)),
                    place(
                            "grantKey",
                            "key:grant",
                            404,
                            json(place -> keyRequests(place) + "/" + UUID.randomUUID() + "/grant", REASON)),
                    place(
                            "refuseKey",
                            "key:grant",
                            404,
                            json(place -> keyRequests(place) + "/" + UUID.randomUUID() + "/refusal", REASON)),
                    everywhere("getMyAccess", "access:me", 200, get("/v1/campaign/access/me")),
                    place(
                            "explainAccess",
                            "access:explain",
                            200,
                            get(place -> ACCESS + "/explain?seat=" + place.seatCode() + "&localParty=" + place.id())),
                    list("listAccessDecisions", "access:read-log", get(ACCESS + "/decisions?limit=200")),
                    everywhere("exportAccessDecisions", "access:read-log", 200, get(ACCESS + "/decisions.csv")),
                    everywhere(
                            "getAccessDecision",
                            "access:read-log",
                            404,
                            get(place -> ACCESS + "/decisions/" + UUID.randomUUID())),
                    everywhere("decideAccess", "access:decide", 422, json(ACCESS + "/decisions", DECISION)),
                    everywhere("exemptFromAccessPolicy", "access:decide", 422, json(ACCESS + "/exemptions", "{}")),
                    everywhere(
                            "endAccessExemption",
                            "access:decide",
                            404,
                            json(place -> ACCESS + "/exemptions/" + UUID.randomUUID() + "/ending", REASON)),
                    place(
                            "breakGlass",
                            "access:break-glass",
                            409,
                            (caller, place) -> Api.postJson(
                                    caller, ACCESS + "/break-glass", """
                            {"localParty":"%s","seatCode":"%s","reason":"Polling day"}""".formatted(place.id(), place.seatCode()))),
                    everywhere(
                            "confirmEmergencyOpening",
                            "access:confirm",
                            404,
                            json(place -> ACCESS + "/decisions/" + UUID.randomUUID() + "/confirmation", REASON)),
                    everywhere(
                            "appealAccessDecision",
                            "access:appeal",
                            404,
                            json(place -> ACCESS + "/decisions/" + UUID.randomUUID() + "/appeal", REASON)),
                    everywhere(
                            "judgeAccessAppeal",
                            "access:judge-appeal",
                            404,
                            json(place -> ACCESS + "/decisions/" + UUID.randomUUID() + "/appeal/judgement", JUDGEMENT)),
                    everywhere("listAccessAppeals", "access:judge-appeal", 200, get(ACCESS + "/appeals")),
                    everywhere("getAccessPolicy", "policy:read", 200, get(POLICY)),
                    everywhere("listAccessPolicyVersions", "policy:read", 200, get(POLICY + "/versions")),
                    everywhere("getAccessPolicyVersion", "policy:read", 200, get(POLICY + "/versions/1")),
                    everywhere("draftAccessPolicy", "policy:write", 422, json(POLICY + "/versions", "{}")),
                    everywhere("changeAccessPolicyDraft", "policy:write", 422, put(POLICY + "/versions/1", "{}")),
                    everywhere(
                            "simulateAccessPolicy",
                            "policy:write",
                            200,
                            get(POLICY + "/versions/1/simulation?from=2015-03-30&to=2015-04-14")),
                    everywhere(
                            "activateAccessPolicy",
                            "policy:write",
                            404,
                            json(POLICY + "/versions/999/activation", REASON)),
                    everywhere(
                            "withdrawAccessPolicy",
                            "policy:write",
                            404,
                            json(POLICY + "/versions/999/withdrawal", REASON)),
                    list("listTwinnings", "twinning:read", get(TWINNINGS + "?limit=200")),
                    everywhere("exportTwinnings", "twinning:read", 200, get(TWINNINGS + ".csv")),
                    everywhere("getTwinning", "twinning:read", 404, get(place -> TWINNINGS + "/" + UUID.randomUUID())),
                    everywhere(
                            "listLockedLocalParties", "twinning:read", 200, get(TWINNINGS + "/locked-local-parties")),
                    everywhere("suggestTwinnings", "twinning:propose", 200, get(TWINNINGS + "/suggestions?limit=1")),
                    everywhere("proposeTwinning", "twinning:propose", 422, json(TWINNINGS, "{}")),
                    everywhere("proposeTwinnings", "twinning:propose", 422, json(TWINNINGS + "/proposals", "{}")),
                    everywhere(
                            "recallTwinning",
                            "twinning:propose",
                            404,
                            json(place -> TWINNINGS + "/" + UUID.randomUUID() + "/recall", REASON)),
                    everywhere(
                            "answerTwinning",
                            "twinning:answer",
                            404,
                            json(
                                    place -> TWINNINGS + "/" + UUID.randomUUID() + "/answers",
                                    "{\"answer\":\"refused\",\"reason\":\"Nobody has a car\"}")),
                    everywhere(
                            "reportTwinningHours",
                            "resource:write",
                            404,
                            json(
                                    place -> TWINNINGS + "/" + UUID.randomUUID() + "/hours",
                                    "{\"day\":\"2015-04-14\",\"hours\":4}")),
                    everywhere(
                            "withdrawTwinningHours",
                            "resource:write",
                            404,
                            json(
                                    place -> TWINNINGS + "/" + UUID.randomUUID() + "/hours/" + UUID.randomUUID()
                                            + "/withdrawal",
                                    REASON)),
                    everywhere("listEffectSets", "allocation:read", 200, get(EFFECT_SETS)),
                    everywhere("getEffectSet", "allocation:read", 200, get(EFFECT_SETS + "/cautious")),
                    everywhere(
                            "getEffectSetVersion", "allocation:read", 200, get(EFFECT_SETS + "/cautious/versions/1")),
                    everywhere("createEffectSet", "effect:write", 422, json(EFFECT_SETS, "{}")),
                    everywhere(
                            "addEffectSetVersion", "effect:write", 422, json(EFFECT_SETS + "/nothing/versions", "{}")),
                    everywhere(
                            "withdrawEffectSetVersion",
                            "effect:write",
                            404,
                            json(EFFECT_SETS + "/nothing/versions/1/withdrawal", REASON)),
                    everywhere("listTravelImports", "allocation:read", 200, get("/v1/campaign/reach/imports")),
                    everywhere(
                            "withdrawTravelImport",
                            "effect:write",
                            404,
                            json("/v1/campaign/reach/imports/999/withdrawal", REASON)),
                    everywhere("listReach", "allocation:read", 200, get("/v1/campaign/reach?limit=1")),
                    everywhere("exportReach", "allocation:read", 200, get("/v1/campaign/reach.csv?seat=E14000653")),
                    place(
                            "listReachOfLocalParty",
                            "allocation:read",
                            200,
                            get(place -> "/v1/campaign/local-parties/" + place.id() + "/reach")),
                    everywhere(
                            "importTravelTimes",
                            "effect:write",
                            400,
                            csv("/v1/campaign/reach/imports?source=Nobody", BROKEN)),
                    list("listResources", "allocation:read", get(RESOURCES + "?limit=200")),
                    everywhere("exportResources", "allocation:read", 200, get(RESOURCES + ".csv")),
                    everywhere(
                            "listResourceStatements",
                            "allocation:read",
                            200,
                            get(place -> RESOURCES + "/statements?limit=1&holder=" + place.id())),
                    place(
                            "getResourceDelivery",
                            "allocation:read",
                            200,
                            get(place -> RESOURCES + "/delivery?localParty=" + place.id())),
                    everywhere("stateResources", "resource:write", 422, json(RESOURCES, "{}")),
                    everywhere("importResources", "resource:write", 400, json(RESOURCES + "/imports", "{}")),
                    everywhere("importResourcesCsv", "resource:write", 400, csv(RESOURCES + "/imports.csv", BROKEN)),
                    everywhere(
                            "withdrawResourceStatement",
                            "resource:write",
                            404,
                            json(place -> RESOURCES + "/statements/" + UUID.randomUUID() + "/withdrawal", REASON)),
                    everywhere("listSpendingLimits", "spending:read", 200, get(SPENDING + "/limits")),
                    place(
                            "getSeatSpending",
                            "spending:read",
                            200,
                            get(place -> SPENDING + "/seats/" + place.seatCode())),
                    list("listExpenses", "spending:read", get(EXPENSES + "?limit=200")),
                    everywhere("exportExpenses", "spending:read", 200, get(EXPENSES + ".csv")),
                    everywhere("getExpense", "spending:read", 404, get(place -> EXPENSES + "/" + UUID.randomUUID())),
                    place(
                            "recordExpense",
                            "spending:write",
                            422,
                            json(place -> EXPENSES, place -> EXPENSE.formatted(place.seatCode()))),
                    everywhere("declareExpense", "spending:write", 404, json(Operation::someDeclaration, REASON)),
                    everywhere(
                            "releaseExpense",
                            "spending:write",
                            404,
                            json(place -> EXPENSES + "/" + UUID.randomUUID() + "/release", REASON)),
                    everywhere(
                            "correctExpense",
                            "spending:write",
                            404,
                            json(place -> EXPENSES + "/" + UUID.randomUUID() + "/correction", """
                                    {"revision":0,"category":"staff","period":"short","paidGbp":1,"day":"2015-04-14",
                                     "reason":"Misread"}""")),
                    everywhere(
                            "withdrawExpense",
                            "spending:write",
                            404,
                            json(place -> EXPENSES + "/" + UUID.randomUUID() + "/withdrawal", REASON)),
                    everywhere("importExpenses", "spending:write", 400, csv(SPENDING + "/imports", BROKEN)),
                    everywhere("importExpensesJson", "spending:write", 400, json(SPENDING + "/imports.json", "{}")),
                    everywhere("listSpendingReturns", "spending:read", 200, get(SPENDING + "/returns?limit=1")),
                    everywhere(
                            "exportSpendingReturns",
                            "spending:read",
                            200,
                            get(SPENDING + "/returns.csv?seat=E14999999")),
                    everywhere(
                            "importSpendingReturns", "spending:write", 400, csv(SPENDING + "/returns/imports", BROKEN)),
                    everywhere(
                            "importElectorates", "election:write", 400, csv(SPENDING + "/electorates/imports", BROKEN)),
                    everywhere("getRoleSync", "sync:operate", 200, get(SYNC)),
                    everywhere("replayRoleSync", "sync:operate", 202, json(SYNC + "/replay", REASON)),
                    everywhere(
                            "replayRoleSyncOfLocalParty", "sync:operate", 404, json(SYNC + "/nowhere/replay", REASON)),
                    everywhere("listDriftRuns", "sync:operate", 200, get(SYNC + "/drift")),
                    everywhere("getDriftRun", "sync:operate", 404, get(place -> SYNC + "/drift/" + UUID.randomUUID())),
                    everywhere("reconcileRoles", "sync:operate", 202, json(SYNC + "/reconciliation", REASON)),
                    everywhere(
                            "applyDriftRun",
                            "sync:operate",
                            404,
                            json(place -> SYNC + "/drift/" + UUID.randomUUID() + "/apply", REASON)),
                    everywhere("listRoleExceptions", "sync:operate", 200, get(SYNC + "/exceptions")),
                    everywhere(
                            "liftRoleException",
                            "sync:operate",
                            404,
                            json(place -> SYNC + "/exceptions/" + UUID.randomUUID() + "/lift", REASON)))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Operation::id, Function.identity()));

    /** @throws AssertionError if nobody has said here which row of the matrix the operation belongs to */
    static Operation named(String id) {
        Operation operation = ALL.get(id);
        if (operation == null) {
            throw new AssertionError("The operation " + id + " belongs to no row of the access matrix");
        }
        return operation;
    }

    static Set<String> known() {
        return ALL.keySet();
    }

    private static Operation everywhere(String id, String permission, int answer, Attempt attempt) {
        return new Operation(id, permission, Scope.EVERYWHERE, Set.of(answer), attempt);
    }

    private static Operation ofSeat(String id, String what) {
        return everywhere(id, "seat:read", 200, get(place -> "/v1/seats/" + place.seatCode() + what));
    }

    private static Operation place(String id, String permission, int answer, Attempt attempt) {
        return new Operation(id, permission, Scope.PLACE, Set.of(answer), attempt);
    }

    private static Operation list(String id, String permission, Attempt attempt) {
        return new Operation(id, permission, Scope.LIST, Set.of(200), attempt);
    }

    private static Attempt get(String path) {
        return get(place -> path);
    }

    private static Attempt get(Function<LocalParty, String> path) {
        return (caller, place) -> caller.get(path.apply(place));
    }

    private static Attempt csv(String path, String body) {
        return (caller, place) -> Api.postCsv(caller, path, body);
    }

    private static Attempt json(String path, String body) {
        return json(place -> path, body);
    }

    private static Attempt json(Function<LocalParty, String> path, String body) {
        return (caller, place) -> Api.postJson(caller, path.apply(place), body);
    }

    private static Attempt json(Function<LocalParty, String> path, Function<LocalParty, String> body) {
        return (caller, place) -> Api.postJson(caller, path.apply(place), body.apply(place));
    }

    private static Attempt ndjson(String path, String body) {
        return (caller, place) ->
                Api.keyed(caller).contentType("application/x-ndjson").body(body).post(path);
    }

    private static String members(LocalParty place) {
        return "/v1/campaign/local-parties/" + place.id() + "/members";
    }

    private static String keyRequests(LocalParty place) {
        return "/v1/campaign/local-parties/" + place.id() + "/key-requests";
    }

    private static String someInvitation(LocalParty place) {
        return "/v1/campaign/invitations/" + UUID.randomUUID() + "/acceptance";
    }

    private static String someBatch(LocalParty place) {
        return place.contacts() + "/" + UUID.randomUUID() + "/withdrawal";
    }

    private static Operation publicly(String id, String path) {
        return everywhere(id, "poll:read-public", 200, get(path));
    }

    /** Of a forecast that nobody ever ran. */
    private static Operation ofNobody(String id, String what) {
        return everywhere(id, "poll:read-public", 404, get(place -> "/v1/forecasts/" + UUID.randomUUID() + what));
    }

    private static String someForecast(LocalParty place) {
        return "/v1/forecasts/" + UUID.randomUUID() + "/cancellation";
    }

    private static String someBacktest(LocalParty place) {
        return "/v1/forecasts/backtests/" + UUID.randomUUID() + "/cancellation";
    }

    private static String someWhatIf(LocalParty place) {
        return "/v1/forecasts/" + UUID.randomUUID() + "/what-ifs";
    }

    private static String someDeclaration(LocalParty place) {
        return EXPENSES + "/" + UUID.randomUUID() + "/declaration";
    }

    private static String somePoll(LocalParty place) {
        return "/v1/polls/" + UUID.randomUUID() + "/withdrawal";
    }

    private static String someItem(LocalParty place) {
        return "/v1/evidence/" + UUID.randomUUID() + "/withdrawal";
    }

    /** @param path with a place for an id that nobody has */
    private static Attempt put(String path, String body) {
        return (caller, place) -> caller.contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .put(path.formatted(UUID.randomUUID()));
    }

    private static String aPublicPoll() {
        return Api.anybody().get("/v1/polls?limit=1").path("items[0].pollId");
    }
}
