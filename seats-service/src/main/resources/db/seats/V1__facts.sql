-- Facts are added and never rewritten: the app may select and insert, no more.

create table party (
    code    text primary key check (code ~ '^[a-z][a-z0-9-]*$'),
    name    text not null,
    colour  text not null check (colour ~ '^#[0-9A-F]{6}$'),
    lineage text not null
);

comment on column party.lineage is 'Codes of the parties that it continues, separated by blanks';

create table seat (
    boundary_set text          not null,
    seat_code    text          not null check (seat_code ~ '^[A-Z][0-9]{8}$'),
    name         text          not null,
    region_code  text          not null,
    region_name  text          not null,
    country      text          not null,
    county       text,
    type         text          not null,
    electorate   integer       not null check (electorate > 0),
    centroid_lat numeric(8, 5) not null check (centroid_lat between -90 and 90),
    centroid_lon numeric(8, 5) not null check (centroid_lon between -180 and 180),
    primary key (boundary_set, seat_code)
);

create table election (
    election_id  text primary key,
    name         text not null,
    kind         text not null check (kind in ('general', 'by-election')),
    polling_day  date not null,
    boundary_set text not null,
    unique (election_id, boundary_set)
);

create table contest (
    election_id   text    not null,
    boundary_set  text    not null,
    seat_code     text    not null,
    polling_day   date    not null,
    electorate    integer check (electorate > 0),
    valid_votes   integer not null check (valid_votes > 0),
    invalid_votes integer check (invalid_votes >= 0),
    primary key (election_id, seat_code),
    foreign key (election_id, boundary_set) references election (election_id, boundary_set),
    foreign key (boundary_set, seat_code) references seat
);

create table candidacy (
    election_id text     not null,
    seat_code   text     not null,
    place       smallint not null check (place > 0),
    party       text     not null references party,
    party_name  text     not null,
    name        text     not null,
    votes       integer  not null check (votes >= 0),
    primary key (election_id, seat_code, place),
    foreign key (election_id, seat_code) references contest
);

-- One row: grows by one with every import that adds something, and is locked while it does, so that imports come one
-- after the other and every replica can tell whether its copy is the newest.
create table facts_version (
    only_row boolean primary key default true check (only_row),
    version  bigint  not null
);

insert into facts_version (version) values (0);

grant select, insert on party, seat, election, contest, candidacy to ${app};
grant select, update (version) on facts_version to ${app};
