package uk.hustings.polls.forecast.domain;

import uk.hustings.polls.average.domain.AverageParameters;

/**
 * What a forecast takes for granted. Where each comes from is told beside it in the file that holds it. Standard deviations
 * are points at a share of 40 and follow {@link uk.hustings.polls.average.domain.ShareScale}, unless it says otherwise.
 *
 * @param average how national polls are put together
 * @param national how far final polls miss national shares: the variance of a share is (100·national)²·p(1−p)
 * @param leadBiasPts by how much more polls put Labour ahead of the Conservatives than voters do
 * @param seatSd of a seat's own change
 * @param seatDegrees degrees of freedom of a seat's own change: the fewer, the more outliers there are
 * @param regionSd of what a region's seats have in common
 * @param slopeSd of how the change depends on where a party was strong: points a point, not scaled
 * @param proportional how far a falling party loses in proportion to what it had, from 0 to 1, before seats are polled
 * @param countrySd of how a country may differ from the others before it is polled: wide, so that its polls decide
 * @param countryErrorSd of how far a country's own polls miss it
 * @param unpolledChangeSd of a party's change in a country where nobody polls it
 * @param ownLevelPolls polls of its seats from which on a country's level is its own
 * @param seatPollSd of a seat's poll beyond sampling
 * @param seatPollHouseSd of what a pollster's polls of seats have in common
 * @param seatDriftSd by which a seat moves in a day
 * @param byElectionSd of a by-election as a measure of the next general election
 * @param byElectionHouseSd of what by-elections have in common
 */
public record ForecastParameters(
        AverageParameters average,
        double national,
        double leadBiasPts,
        double seatSd,
        double seatDegrees,
        double regionSd,
        double slopeSd,
        double proportional,
        double countrySd,
        double countryErrorSd,
        double unpolledChangeSd,
        int ownLevelPolls,
        double seatPollSd,
        double seatPollHouseSd,
        double seatDriftSd,
        double byElectionSd,
        double byElectionHouseSd) {}
