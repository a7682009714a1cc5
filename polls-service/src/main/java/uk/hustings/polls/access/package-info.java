/** Who may do what with polls: the access matrix, the seats' regions and the live locks put together. Knows no poll. */
package uk.hustings.polls.access;
