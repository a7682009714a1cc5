-- Grows with every change of the strategy. Its row lock makes those who change the strategy take turns, and followers
-- ask "anything new?".
create table strategy_edition (
    one    boolean primary key default true check (one),
    number bigint not null
);
insert into strategy_edition (number) values (0);

-- The parameters of the rule. While there is none the founding version, which is configuration, is in force; it is
-- written down as version 1 when the first change replaces it.
create table class_rule (
    version             integer primary key check (version > 0),
    key_rank            integer not null check (key_rank >= 0),
    battleground_rank   integer not null check (battleground_rank >= key_rank),
    defensive_below_pts numeric not null check (defensive_below_pts between 0 and 100),
    author              text    not null,
    reason              text    not null,
    decided_at          timestamptz
);

-- Every change of a seat's class that a person made, by hand or by another rule. The newest of a seat tells whether it is
-- classed by hand.
create table class_change (
    number       bigint generated always as identity primary key,
    change_id    uuid        not null,
    seat_code    text        not null,
    from_class   text        not null check (from_class in ('key', 'battleground', 'defensive', 'non-battleground')),
    to_class     text        not null check (to_class in ('key', 'battleground', 'defensive', 'non-battleground')),
    by_hand      boolean     not null,
    rule_version integer     not null,
    author       text        not null,
    reason       text        not null,
    decided_at   timestamptz not null
);
create index class_change_seat on class_change (seat_code, number);

-- Target lists are frozen when they are published: another one under the same name is the next version.
create table target_list (
    name         text        not null check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    version      integer     not null check (version > 0),
    basis        text        not null check (basis in ('classes', 'seats')),
    classes      text,
    rule_version integer     not null,
    author       text        not null,
    reason       text        not null,
    published_at timestamptz not null,
    primary key (name, version),
    check ((basis = 'classes') = (classes is not null))
);

create table target_list_seat (
    name       text    not null,
    version    integer not null,
    position   integer not null check (position > 0),
    seat_code  text    not null,
    seat_class text    not null,
    primary key (name, version, position),
    unique (name, version, seat_code),
    foreign key (name, version) references target_list
);

grant select, update on strategy_edition to ${app};
grant select, insert on class_rule, class_change, target_list, target_list_seat to ${app};

comment on column class_rule.author is 'account of a person';
comment on column class_change.author is 'account of a person';
comment on column target_list.author is 'account of a person';
