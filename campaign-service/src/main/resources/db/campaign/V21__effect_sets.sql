-- Sets of campaign effects that people wrote; those that are shipped are in the code. A version is added, never altered.
create table effect_set (
    set_id     text        not null check (set_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    version    integer     not null check (version > 0),
    title      text        not null,
    context    text        not null check (context in ('general', 'local', 'by-election')),
    reason     text        not null,
    author     text        not null,
    created_at timestamptz not null,
    primary key (set_id, version)
);

create table effect_set_effect (
    set_id            text             not null,
    version           integer          not null,
    position          integer          not null check (position >= 0),
    channel           text             not null,
    outcome           text             not null check (outcome in ('turnout', 'share')),
    value             double precision not null check (value between 0 and 20),
    standard_error    double precision not null check (standard_error between 0 and 20),
    half_life_weeks   double precision check (half_life_weeks > 0 and half_life_weeks <= 520),
    contacts_per_unit double precision not null check (contacts_per_unit between 0 and 1000),
    source            text             not null,
    source_url        text,
    primary key (set_id, version, position),
    unique (set_id, version, channel),
    foreign key (set_id, version) references effect_set
);

-- A version that is withdrawn is no longer offered; what was computed with it can still be read.
create table effect_set_withdrawal (
    set_id       text        not null,
    version      integer     not null,
    reason       text        not null,
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null,
    primary key (set_id, version),
    foreign key (set_id, version) references effect_set
);

comment on column effect_set.author is 'account of a person';
comment on column effect_set_withdrawal.withdrawn_by is 'account of a person';

grant select, insert on effect_set, effect_set_effect, effect_set_withdrawal to ${app};
