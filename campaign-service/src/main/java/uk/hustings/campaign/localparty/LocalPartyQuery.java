package uk.hustings.campaign.localparty;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.param.QueryParameter;

/** Which local parties are wanted. */
public class LocalPartyQuery {

    @RestQuery
    @Parameter(description = "GSS code of a region", example = "E12000002")
    String region;

    @RestQuery
    @Parameter(description = "The one whose seat it is", example = "E14000653")
    String seat;

    @RestQuery
    @Parameter(description = "Part of the name, small or capital", example = "crewe")
    String name;

    List<LocalParty> of(List<LocalParty> visible) {
        SeatCode wanted = QueryParameter.seat("seat", seat);
        String part = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        return visible.stream()
                .filter(party -> region == null || region.equals(party.region()))
                .filter(party -> wanted == null || party.seatCodes().contains(wanted))
                .filter(party -> party.name().toLowerCase(Locale.ROOT).contains(part))
                .toList();
    }

    /** What tells this view of the list from another. */
    List<String> view() {
        return Arrays.asList(region, seat, name);
    }
}
