-- More than one boundary set, notional results, who held a seat between elections, and corrections that keep what
-- they correct.

alter table seat
    add column area_km2 numeric(8, 1) check (area_km2 > 0),
    add column hex_q    integer,
    add column hex_r    integer,
    add check ((hex_q is null) = (hex_r is null));

create table seat_border (
    boundary_set text          not null,
    first_seat   text          not null,
    second_seat  text          not null,
    shared_km    numeric(8, 2) not null check (shared_km > 0),
    primary key (boundary_set, first_seat, second_seat),
    foreign key (boundary_set, first_seat) references seat,
    foreign key (boundary_set, second_seat) references seat,
    check (first_seat < second_seat)
);

create table seat_overlap (
    from_set        text           not null,
    from_seat       text           not null,
    to_set          text           not null,
    to_seat         text           not null,
    from_population numeric(10, 9) not null check (from_population between 0 and 1),
    to_population   numeric(10, 9) not null check (to_population between 0 and 1),
    from_dwellings  numeric(10, 9) not null check (from_dwellings between 0 and 1),
    to_dwellings    numeric(10, 9) not null check (to_dwellings between 0 and 1),
    from_area       numeric(10, 9) not null check (from_area between 0 and 1),
    to_area         numeric(10, 9) not null check (to_area between 0 and 1),
    primary key (from_set, from_seat, to_set, to_seat),
    foreign key (from_set, from_seat) references seat,
    foreign key (to_set, to_seat) references seat,
    check (from_set <> to_set)
);

comment on column seat_overlap.from_population is 'Part of the old seat''s population that went to the new one, 0 to 1';
comment on column seat_overlap.to_population is 'Part of the new seat''s population that came from the old one, 0 to 1';

create table holder_event (
    boundary_set text not null,
    seat_code    text not null,
    day          date not null,
    kind         text not null check (kind in ('defection', 'vacancy')),
    party        text references party,
    note         text,
    source       text not null,
    primary key (boundary_set, seat_code, day),
    foreign key (boundary_set, seat_code) references seat,
    check ((kind = 'defection') = (party is not null))
);

alter table election
    add column basis    text not null default 'actual' check (basis in ('actual', 'notional')),
    add column source   text,
    add column writ_day date;

alter table candidacy
    drop constraint candidacy_election_id_seat_code_fkey,
    drop constraint candidacy_pkey,
    alter column name drop not null,
    add column revision smallint not null default 1,
    add column elected  boolean  not null default false,
    add primary key (election_id, seat_code, revision, place);

alter table contest
    drop constraint contest_pkey,
    add column revision    smallint    not null default 1 check (revision > 0),
    add column recorded_at timestamptz not null default now(),
    add column recorded_by text,
    add column correction  text,
    add primary key (election_id, seat_code, revision),
    add check ((revision = 1) = (correction is null));

alter table candidacy add foreign key (election_id, seat_code, revision) references contest;

comment on column contest.revision is 'The highest one counts; the others stay as they were';
comment on column contest.correction is 'Why it replaces the revision before';
comment on column candidacy.elected is 'Drawn by lot among those with most votes';

grant select, insert on seat_border, seat_overlap, holder_event to ${app};
