package uk.hustings.polls.evidence;

/** Something beside the evidence and the seats that public reads are made from. */
public interface PublicVersion {

    /** Changes whenever a public read may answer differently for it. Asked twice a request. */
    Object current();
}
