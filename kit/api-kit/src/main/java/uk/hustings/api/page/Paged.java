package uk.hustings.api.page;

/** An answer that is one page of a list. */
public interface Paged {

    /** Cursor of the following page; null on the last. */
    String next();
}
