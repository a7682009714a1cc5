package uk.hustings.local.data;

import java.util.Map;

/** The suite's party codes for the abbreviations that the result files use. */
final class PartyCode {

    static final String OTHER = "other";

    // The long ones are those of the notional results of 2019. Labour and Co-operative candidates stand under Lab
    // already; UCUNF is the joint label of 2010 of Ulster Unionists
    // and Conservatives, whose votes the result files count for the former.
    private static final Map<String, String> BY_ABBREVIATION = Map.ofEntries(
            Map.entry("Con", "con"),
            Map.entry("Lab", "lab"),
            Map.entry("LD", "ld"),
            Map.entry("SNP", "snp"),
            Map.entry("PC", "pc"),
            Map.entry("Green", "green"),
            Map.entry("UKIP", "ukip"),
            Map.entry("DUP", "dup"),
            Map.entry("SF", "sf"),
            Map.entry("SDLP", "sdlp"),
            Map.entry("UUP", "uup"),
            Map.entry("UCUNF", "uup"),
            Map.entry("APNI", "apni"),
            Map.entry("TUV", "tuv"),
            Map.entry("Res", "respect"),
            Map.entry("BRX", "brexit"),
            Map.entry("Brexit Party", "brexit"),
            Map.entry("RUK", "reform"),
            Map.entry("WPB", "wpb"),
            Map.entry("KHHC", "khhc"),
            Map.entry("Spk", "spk"),
            Map.entry("Commons Speaker", "spk"),
            Map.entry("Ind", "ind"),
            Map.entry("Independent", "ind"),
            Map.entry("Independent 2 etc.", "ind"));

    private PartyCode() {}

    /** The code, {@value #OTHER} for a party that has none. */
    static String of(String abbreviation) {
        return BY_ABBREVIATION.getOrDefault(abbreviation, OTHER);
    }
}
