-- A poll may ask several questions and be corrected: what was stated of it is kept whole, revision by revision. What the
-- first schema held as one row for each question moves over; rows that differ in nothing but the question become one poll.

create temporary table moved on commit drop as
select v1.*,
       first_value(v1.poll_id) over same as kept_id,
       max(v1.sample_size) over (partition by v1.pollster, v1.client, v1.population, v1.seat_code, v1.fieldwork_start,
                                              v1.fieldwork_end) as largest_sample,
       case
           when v1.seat_code ~ '^S14000(021|027|045|048|051)$'
               then case when v1.fieldwork_end >= date '2024-07-04' then '2024' else '2010' end
           when v1.seat_code between 'E14001063' and 'E14999999' or v1.seat_code between 'W07000081' and 'W07999999'
                or v1.seat_code between 'S14000060' and 'S14999999' or v1.seat_code like 'N05%' then '2024'
           else '2010'
       end as boundary_set
from poll v1
window same as (partition by v1.pollster, v1.client, v1.population, v1.seat_code, v1.fieldwork_start, v1.fieldwork_end
                order by v1.poll_id);

create temporary table moved_question on commit drop as
select moved.kept_id, moved.poll_id,
       jsonb_build_object(
           'question', moved.question,
           'basis', case when moved.dont_know_pct is null then 'headline' else 'raw' end,
           'sharesPct', coalesce((select jsonb_agg(jsonb_build_object('option', option_code, 'pct', pct) order by place)
                                  from poll_share where poll_share.poll_id = moved.poll_id), '[]'),
           'dontKnowPct', moved.dont_know_pct,
           'unweightedBase', nullif(moved.sample_size, moved.largest_sample)) as question
from moved;

create temporary table moved_event on commit drop as
select event.event_id, moved.kept_id as poll_id, event.visibility, event.author, event.reason, event.changed_at
from visibility_event event join moved using (poll_id);

drop table visibility_event, poll_share, poll;

create table poll (
    poll_id         uuid        primary key,
    natural_key     text        not null collate "C",
    visibility      text        not null check (visibility in ('private', 'embargoed', 'leaked', 'public')),
    embargoed_until timestamptz,
    status          text        not null check (status in ('recorded', 'withdrawn')),
    revision        integer     not null check (revision > 0),
    recorded_at     timestamptz not null,
    version         bigint      not null,
    constraint poll_once unique (natural_key),
    check ((visibility = 'embargoed') = (embargoed_until is not null))
);

create index poll_version on poll (version);

comment on column poll.natural_key is 'what tells one poll from another, joined by the unit separator, unknowns empty';
comment on column poll.embargoed_until is 'domain time at which the poll is public by itself';
comment on column poll.revision is 'the one of poll_revision that counts';
comment on column poll.recorded_at is 'domain time';
comment on column poll.version is 'of the evidence, when the poll last changed';

-- What is added below is added with its poll, in one statement, and nothing is ever deleted: to look for the poll of each
-- of ten thousand rows would take as long as to write them.

create table poll_revision (
    poll_id     uuid        not null,
    revision    integer     not null check (revision > 0),
    status      text        not null check (status in ('recorded', 'withdrawn')),
    content     jsonb       not null,
    author      text        not null,
    reason      text        not null,
    recorded_at timestamptz not null,
    primary key (poll_id, revision)
);

comment on column poll_revision.content is 'the poll as it was stated, in the form in which the API takes it';
comment on column poll_revision.author is 'subject of the token';
comment on column poll_revision.recorded_at is 'domain time';

create table visibility_event (
    poll_id         uuid        not null,
    event_id        uuid        not null,
    visibility      text        not null check (visibility in ('private', 'embargoed', 'leaked', 'public')),
    embargoed_until timestamptz,
    author          text        not null,
    reason          text        not null,
    changed_at      timestamptz not null,
    primary key (poll_id, event_id)
);

comment on column visibility_event.author is 'subject of the token';
comment on column visibility_event.changed_at is 'domain time';

create table poll_reading (
    reading_id uuid        primary key,
    poll_id    uuid        not null references poll,
    reader     text        not null,
    operation  text        not null,
    read_at    timestamptz not null
);

create index poll_reading_poll_id on poll_reading (poll_id, reading_id);
create index poll_reading_reader on poll_reading (reader, reading_id);

comment on table poll_reading is 'who was shown which poll that was not public';
comment on column poll_reading.reader is 'subject of the token';
comment on column poll_reading.operation is 'operationId';
comment on column poll_reading.read_at is 'domain time';

create table evidence_version (
    only_row       boolean primary key default true check (only_row),
    version        bigint  not null,
    public_version bigint  not null
);

comment on column evidence_version.version is 'grows with every change of the evidence';
comment on column evidence_version.public_version is 'grows with every change that everybody may notice, and no other';

-- Of questions that were shown to different people the poll is shown to the fewer.
insert into poll (poll_id, natural_key, visibility, status, revision, recorded_at, version)
select kept_id,
       concat_ws(chr(31), 'poll', coalesce(min(pollster), ''), coalesce(min(client), ''), min(population), 'seat',
                 min(seat_code), min(boundary_set), coalesce(min(fieldwork_start)::text, ''),
                 coalesce(min(fieldwork_end)::text, '')),
       case when bool_and(visibility = 'public') then 'public' else 'private' end,
       'recorded', 1,
       coalesce((select min(changed_at) from moved_event where moved_event.poll_id = moved.kept_id), now()),
       1
from moved
group by kept_id;

insert into poll_revision (poll_id, revision, status, content, author, reason, recorded_at)
select poll.poll_id, 1, 'recorded',
       jsonb_strip_nulls(jsonb_build_object(
           'kind', 'poll', 'pollster', first.pollster, 'client', first.client, 'population', first.population,
           'geography', 'seat', 'seatCode', first.seat_code, 'boundarySet', first.boundary_set,
           'fieldworkStart', first.fieldwork_start, 'fieldworkEnd', first.fieldwork_end,
           'sampleSize', first.largest_sample,
           'questions', (select jsonb_agg(question order by moved_question.poll_id)
                         from moved_question where moved_question.kept_id = poll.poll_id),
           'statements', '[]'::jsonb)),
       coalesce(event.author, 'migration'), coalesce(event.reason, 'Moved'), poll.recorded_at
from poll
join moved first on first.poll_id = poll.poll_id
left join lateral (select author, reason from moved_event where moved_event.poll_id = poll.poll_id
                   order by changed_at, event_id limit 1) event on true;

insert into visibility_event (event_id, poll_id, visibility, author, reason, changed_at)
select event_id, poll_id, visibility, author, reason, changed_at from moved_event;

insert into visibility_event (event_id, poll_id, visibility, author, reason, changed_at)
select gen_random_uuid(), kept_id, 'private', 'migration',
       'Questions of one poll are one poll now; some of them were private',
       (select max(changed_at) + interval '1 microsecond' from moved_event where moved_event.poll_id = moved.kept_id)
from moved
group by kept_id
having bool_or(visibility = 'public') and bool_or(visibility = 'private');

insert into evidence_version (version, public_version) values (1, 1);

grant select, insert on poll to ${app};
grant update (natural_key, visibility, embargoed_until, status, revision, version) on poll to ${app};
grant select, insert on poll_revision, visibility_event, poll_reading to ${app};
grant select on evidence_version to ${app};
grant update (version, public_version) on evidence_version to ${app};
