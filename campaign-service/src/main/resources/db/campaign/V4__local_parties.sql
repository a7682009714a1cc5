-- A local party that was merged into another keeps its id, under which its contacts and decisions are found; it has no
-- seats any more.
alter table local_party add column merged_into text references local_party;
alter table local_party add constraint merged_into_another check (merged_into <> id);

-- Every state that a local party was given, by whom and why.
create table local_party_change (
    number      bigint generated always as identity primary key,
    local_party text        not null references local_party,
    change      text        not null check (change in ('founded', 'changed', 'merged')),
    name        text        not null,
    region      text        not null,
    seat_codes  text        not null,
    merged_into text,
    author      text        not null,
    reason      text        not null,
    decided_at  timestamptz not null
);
create index local_party_change_party on local_party_change (local_party, number);

insert into local_party_change (local_party, change, name, region, seat_codes, author, reason, decided_at)
select p.id, 'founded', p.name, p.region, coalesce(string_agg(s.seat_code, ' ' order by s.seat_code), ''),
    'import', 'Recorded before its history was kept', now()
from local_party p left join local_party_seat s on s.local_party = p.id
group by p.id order by p.id;

grant delete on local_party_seat to ${app};
grant select, insert on local_party_change to ${app};

comment on column local_party_change.author is 'account of a person';
