-- Polls are added, their figures are never rewritten; only who may know of them changes, and every change is kept.

create table poll (
    poll_id         uuid    primary key,
    pollster        text,
    client          text,
    population      text    not null check (population in ('adults', 'registered-voters', 'party-members')),
    question        text    not null
        check (question in ('standard', 'constituency', 'named-candidate', 'members-ballot', 'contact-recall')),
    seat_code       text    not null check (seat_code ~ '^[A-Z][0-9]{8}$'),
    fieldwork_start date,
    fieldwork_end   date,
    sample_size     integer check (sample_size > 0),
    dont_know_pct   numeric check (dont_know_pct between 0 and 100),
    visibility      text    not null check (visibility in ('private', 'public')),
    version         integer not null,
    check (fieldwork_end >= fieldwork_start),
    constraint poll_once unique nulls not distinct
        (pollster, client, population, question, seat_code, fieldwork_start, fieldwork_end)
);

create index poll_seat_code on poll (seat_code);
create index poll_newest_first on poll ((coalesce(fieldwork_end, '-infinity'::date)) desc, poll_id desc);

comment on column poll.sample_size is 'people asked, unweighted where the source says so';
comment on column poll.dont_know_pct is 'only where it is part of the headline figures; percentage points';

create table poll_share (
    poll_id     uuid     not null references poll,
    option_code text     not null,
    place       smallint not null,
    pct         numeric  not null check (pct between 0 and 100),
    primary key (poll_id, option_code)
);

comment on column poll_share.place is 'where the source put it, the first being 0';

create table visibility_event (
    event_id   uuid        primary key,
    poll_id    uuid        not null references poll,
    visibility text        not null check (visibility in ('private', 'public')),
    author     text        not null,
    reason     text        not null,
    changed_at timestamptz not null
);

create index visibility_event_poll_id on visibility_event (poll_id);

comment on column visibility_event.author is 'subject of the token';
comment on column visibility_event.changed_at is 'domain time';

grant select, insert on poll to ${app};
grant update (visibility, version) on poll to ${app};
grant select, insert on poll_share to ${app};
grant select, insert on visibility_event to ${app};
