-- What was found at the door, by code. A correction adds the lines of a further revision; the last one stands.
alter table contact_count
    add column revision  integer not null default 0,
    add column firm      integer check (firm between 0 and 1000000),
    add column soft      integer check (soft between 0 and 1000000),
    add column against   integer check (against between 0 and 1000000),
    add column dont_know integer check (dont_know between 0 and 1000000),
    add column refused   integer check (refused between 0 and 1000000),
    add column moved     integer check (moved between 0 and 1000000),
    add column deceased  integer check (deceased between 0 and 1000000),
    add column not_home  integer check (not_home between 0 and 1000000),
    add constraint codes_of_contacts check (
        coalesce(firm, 0) + coalesce(soft, 0) + coalesce(against, 0) + coalesce(dont_know, 0) + coalesce(refused, 0)
            <= contacts),
    add constraint codes_of_others check (
        attempts is null
        or coalesce(moved, 0) + coalesce(deceased, 0) + coalesce(not_home, 0) <= attempts - contacts),
    drop constraint contact_count_pkey,
    add primary key (batch_id, revision, line);

-- Counts come in nearly in the order of their days: enough to find a few weeks among millions of rows.
create index contact_count_day on contact_count using brin (day);

create table batch_revision (
    batch_id   uuid        not null references contact_batch,
    revision   integer     not null check (revision > 0),
    reason     text        not null,
    revised_by text        not null,
    revised_at timestamptz not null,
    primary key (batch_id, revision)
);

-- What a local party has sent under an id of the system that it comes from: it counts once, in however many seats.
create table contact_source (
    local_party     text not null references local_party,
    source_batch_id text not null,
    digest          text not null,
    primary key (local_party, source_batch_id)
);
insert into contact_source
    select local_party, source_batch_id, '' from contact_batch where source_batch_id is not null;
alter table contact_batch drop constraint contact_batch_local_party_source_batch_id_key;
create index contact_batch_source on contact_batch (local_party, source_batch_id) where source_batch_id is not null;

-- The counts that stand: not withdrawn, of the last revision. Roll-ups are their sums.
create view current_count as
    select c.batch_id, b.local_party, b.seat_code, c.line, c.day, c.channel, c.attempts, c.contacts,
           c.firm, c.soft, c.against, c.dont_know, c.refused, c.moved, c.deceased, c.not_home
    from contact_count c
    join contact_batch b on b.id = c.batch_id
    where not exists (select 1 from batch_withdrawal w where w.batch_id = c.batch_id)
      and not exists (select 1 from batch_revision r where r.batch_id = c.batch_id and r.revision > c.revision);

-- "attempts": of all lines that say them; "attempted": the contacts of just those lines.
alter table contact_week
    add column doorstep_attempts      bigint not null default 0 check (doorstep_attempts >= 0),
    add column phone_attempts         bigint not null default 0 check (phone_attempts >= 0),
    add column leaflet_attempts       bigint not null default 0 check (leaflet_attempts >= 0),
    add column direct_mail_attempts   bigint not null default 0 check (direct_mail_attempts >= 0),
    add column digital_attempts       bigint not null default 0 check (digital_attempts >= 0),
    add column street_stall_attempts  bigint not null default 0 check (street_stall_attempts >= 0),
    add column doorstep_attempted     bigint not null default 0 check (doorstep_attempted >= 0),
    add column phone_attempted        bigint not null default 0 check (phone_attempted >= 0),
    add column leaflet_attempted      bigint not null default 0 check (leaflet_attempted >= 0),
    add column direct_mail_attempted  bigint not null default 0 check (direct_mail_attempted >= 0),
    add column digital_attempted      bigint not null default 0 check (digital_attempted >= 0),
    add column street_stall_attempted bigint not null default 0 check (street_stall_attempted >= 0),
    add column firm      bigint not null default 0 check (firm >= 0),
    add column soft      bigint not null default 0 check (soft >= 0),
    add column against   bigint not null default 0 check (against >= 0),
    add column dont_know bigint not null default 0 check (dont_know >= 0),
    add column refused   bigint not null default 0 check (refused >= 0),
    add column moved     bigint not null default 0 check (moved >= 0),
    add column deceased  bigint not null default 0 check (deceased >= 0),
    add column not_home  bigint not null default 0 check (not_home >= 0);

update contact_week w
set doorstep_attempts = s.doorstep, phone_attempts = s.phone, leaflet_attempts = s.leaflet,
    direct_mail_attempts = s.direct_mail, digital_attempts = s.digital, street_stall_attempts = s.street_stall,
    doorstep_attempted = s.doorstep_contacts, phone_attempted = s.phone_contacts,
    leaflet_attempted = s.leaflet_contacts, direct_mail_attempted = s.direct_mail_contacts,
    digital_attempted = s.digital_contacts, street_stall_attempted = s.street_stall_contacts
from (select local_party, seat_code, cast(date_trunc('week', day) as date) as week_start,
             coalesce(sum(attempts) filter (where channel = 'doorstep'), 0) as doorstep,
             coalesce(sum(attempts) filter (where channel = 'phone'), 0) as phone,
             coalesce(sum(attempts) filter (where channel = 'leaflet'), 0) as leaflet,
             coalesce(sum(attempts) filter (where channel = 'direct-mail'), 0) as direct_mail,
             coalesce(sum(attempts) filter (where channel = 'digital'), 0) as digital,
             coalesce(sum(attempts) filter (where channel = 'street-stall'), 0) as street_stall,
             coalesce(sum(contacts) filter (where channel = 'doorstep'), 0) as doorstep_contacts,
             coalesce(sum(contacts) filter (where channel = 'phone'), 0) as phone_contacts,
             coalesce(sum(contacts) filter (where channel = 'leaflet'), 0) as leaflet_contacts,
             coalesce(sum(contacts) filter (where channel = 'direct-mail'), 0) as direct_mail_contacts,
             coalesce(sum(contacts) filter (where channel = 'digital'), 0) as digital_contacts,
             coalesce(sum(contacts) filter (where channel = 'street-stall'), 0) as street_stall_contacts
      from current_count where attempts is not null
      group by 1, 2, 3) s
where w.local_party = s.local_party and w.seat_code = s.seat_code and w.week_start = s.week_start;

grant select, insert on batch_revision, contact_source to ${app};
grant select on current_count to ${app};
