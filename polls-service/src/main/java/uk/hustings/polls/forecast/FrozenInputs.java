package uk.hustings.polls.forecast;

import uk.hustings.polls.forecast.domain.ForecastInputs;

/**
 * Everything that a run is made from, as it is stored.
 *
 * @param model grows whenever the same inputs would give another result
 * @param baseline id of the election that the seats start from
 * @param parameters their version
 */
record FrozenInputs(int model, String boundarySet, String baseline, String parameters, ForecastInputs inputs) {

    static final int MODEL = 1;
}
