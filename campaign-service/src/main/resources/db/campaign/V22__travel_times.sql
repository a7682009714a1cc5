-- Imported travel times: each import is a version, and the newest is in force. Added, never altered.
create table travel_matrix (
    version     integer     primary key check (version > 0),
    source      text        not null,
    pairs       integer     not null check (pairs > 0),
    imported_by text        not null,
    imported_at timestamptz not null
);

-- All journeys from one place in a row: a whole matrix has four hundred thousand of them, which are read together or not at
-- all.
create table travel_matrix_row (
    version    integer            not null references travel_matrix,
    -- Id of a local party, or code of a seat.
    origin     text               not null,
    seat_codes text[]             not null,
    minutes    double precision[] not null,
    kilometres double precision[] not null,
    primary key (version, origin),
    check (cardinality(seat_codes) = cardinality(minutes) and cardinality(seat_codes) = cardinality(kilometres))
);

comment on column travel_matrix.imported_by is 'account of a person';

grant select, insert on travel_matrix, travel_matrix_row to ${app};

-- A version that is withdrawn is no longer in force; the one before is again, or the great circle if there is none.
create table travel_matrix_withdrawal (
    version      integer     primary key references travel_matrix,
    reason       text        not null,
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null
);

comment on column travel_matrix_withdrawal.withdrawn_by is 'account of a person';

grant select, insert on travel_matrix_withdrawal to ${app};
