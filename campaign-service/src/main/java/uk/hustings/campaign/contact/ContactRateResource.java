package uk.hustings.campaign.contact;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.contact.domain.ContactFlag;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** What the counts come to, and which of them look wrong. */
@Path("/v1/campaign/contacts")
@Tag(name = "Contacts")
public class ContactRateResource {

    private static final Set<String> BY =
            Set.of(ContactRateReader.SEAT, ContactRateReader.LOCAL_PARTY, ContactRateReader.REGION);
    private static final Set<String> PER = Set.of(ContactRateReader.WEEK, ContactRateReader.PERIOD);

    /** Weeks that are looked at unasked. */
    private static final int WEEKS_OF_RATES = 12;

    private static final int WEEKS_OF_FLAGS = 8;

    private final ContactRateReader reader;
    private final ContactFlagReader flags;
    private final ContactRights rights;
    private final Seats seats;
    private final Mutiny.SessionFactory sessions;
    private final SecurityIdentity identity;
    private final DomainClock clock;

    ContactRateResource(
            ContactRateReader reader,
            ContactFlagReader flags,
            ContactRights rights,
            Seats seats,
            Mutiny.SessionFactory sessions,
            SecurityIdentity identity,
            DomainClock clock) {
        this.reader = reader;
        this.flags = flags;
        this.rights = rights;
        this.seats = seats;
        this.sessions = sessions;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Path("/rates")
    @PermissionsAllowed("contact:read")
    @Operation(
            operationId = "listContactRates",
            summary = "Coverage, strike rates and canvass codes over the seats that you may read",
            description =
                    "Only seats, local parties and regions with counts are listed. Recall is another measure, which"
                            + " only polls have.")
    @APIResponse(responseCode = "200", description = "A page of rates")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<ContactRatePage> rates(
            @Parameter(description = "seat, local-party or region; seat unless given", example = "seat") @RestQuery
                    String by,
            @Parameter(description = "week or period; period unless given", example = "period") @RestQuery String per,
            @Parameter(description = "A day of the first week; of 12 weeks unless given", example = "2015-03-30")
                    @RestQuery
                    String from,
            @Parameter(description = "A day of the last week; today unless given", example = "2015-04-14") @RestQuery
                    String to,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = CallerAugmentor.callerOf(identity);
        String of = by(by);
        String each = per(per);
        Span span = Span.of(from, to, clock.today(), WEEKS_OF_RATES);
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit), cursor, "contact-rates", of, each, span, caller.subject());
        return reader.rates(caller, of, each, span)
                .map(all ->
                        ContactRatePage.of(of, each, span, Page.of(all, page, rate -> rate.key() + "/" + rate.week())));
    }

    @GET
    @Path("/rates.csv")
    @Produces(Table.MEDIA_TYPE)
    @PermissionsAllowed("contact:read")
    @Operation(operationId = "exportContactRates", summary = "The rates as a CSV file, whole")
    @APIResponse(responseCode = "200", description = "A header line and a line for each seat, local party or region")
    @APIResponse(responseCode = "400", description = "A parameter cannot be accepted")
    public Uni<CsvFile> ratesCsv(
            @Parameter(description = "seat, local-party or region; seat unless given", example = "seat") @RestQuery
                    String by,
            @Parameter(description = "week or period; period unless given", example = "week") @RestQuery String per,
            @Parameter(description = "A day of the first week; of 12 weeks unless given", example = "2015-03-30")
                    @RestQuery
                    String from,
            @Parameter(description = "A day of the last week; today unless given", example = "2015-04-14") @RestQuery
                    String to) {
        return reader.rates(
                        CallerAugmentor.callerOf(identity),
                        by(by),
                        per(per),
                        Span.of(from, to, clock.today(), WEEKS_OF_RATES))
                .map(ContactRateView.TABLE::csv);
    }

    @GET
    @Path("/flags")
    @PermissionsAllowed("contact:read")
    @Operation(
            operationId = "listContactFlags",
            summary = "Counts in the seats that you may read that look as if not all contacts had been made",
            description =
                    "Worked out from the counts that stand: a correction clears it. A flag changes no count and locks"
                            + " nobody.")
    @APIResponse(responseCode = "200", description = "A page of flags, the latest first")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor cannot be accepted")
    public Uni<Page<ContactFlagView>> flags(
            @Parameter(description = "more-than-electors, large-week, same-numbers or jump", example = "same-numbers")
                    @RestQuery
                    String kind,
            @Parameter(example = "E14000698") @RestQuery String seat,
            @Parameter(example = "exeter") @RestQuery String localParty,
            @Parameter(description = "A day of the first week; of 8 weeks unless given", example = "2015-03-30")
                    @RestQuery
                    String from,
            @Parameter(description = "A day of the last week; today unless given", example = "2015-04-14") @RestQuery
                    String to,
            @Parameter(description = "1 to 200; 50 unless given", example = "50") @RestQuery String limit,
            @Parameter(description = "next of the page before") @RestQuery String cursor) {
        Caller caller = CallerAugmentor.callerOf(identity);
        SeatCode only = QueryParameter.seat("seat", seat);
        String wanted = QueryParameter.oneOf("kind", kind, ContactFlag.Kind.codes());
        Span span = Span.of(from, to, clock.today(), WEEKS_OF_FLAGS);
        PageRequest page = PageRequest.of(
                QueryParameter.wholeNumber("limit", limit),
                cursor,
                "contact-flags",
                wanted,
                only,
                localParty,
                span,
                caller.subject());
        Predicate<SeatCode> readable = rights.readable(caller);
        List<SeatCode> within = seats.all().stream()
                .map(Standing::seatCode)
                .filter(code -> only == null || only.equals(code))
                .filter(readable)
                .toList();
        return sessions.withStatelessSession(session -> flags.flags(session, within, span)
                .map(all -> Page.of(
                        all.stream()
                                .filter(flag -> wanted == null
                                        || wanted.equals(flag.kind().code()))
                                .filter(flag -> localParty == null || localParty.equals(flag.localParty()))
                                .toList(),
                        page,
                        ContactFlag::toString))
                .chain(found -> flags.batches(session, found.items())
                        .map(batches ->
                                found.map(flag -> ContactFlagView.of(flag, batches.getOrDefault(flag, List.of()))))));
    }

    private static String by(String by) {
        String given = QueryParameter.oneOf("by", by, BY);
        return given == null ? ContactRateReader.SEAT : given;
    }

    private static String per(String per) {
        String given = QueryParameter.oneOf("per", per, PER);
        return given == null ? ContactRateReader.PERIOD : given;
    }
}
