-- Tokens that were issued while a grant stood still carry its role. Until the last of them has run out, a tombstone says
-- that the grant is gone. It lies without an end until Keycloak has been told; from then on it lies for the life of a
-- token. Real time, as tokens live in it.
create table tombstone (
    id          uuid primary key,
    local_party text        not null references local_party,
    seat_code   text,
    subject     text,
    reason      text        not null,
    buried_at   timestamptz not null default now(),
    ends_at     timestamptz,
    check (num_nonnulls(seat_code, subject) = 1)
);
create index tombstone_of_seat on tombstone (local_party, seat_code);
create index tombstone_of_member on tombstone (local_party, subject);

-- The roles at hustings-api that the group of a local party should carry in Keycloak.
create view desired_role (local_party, role) as
    select s.local_party, 'seat:' || s.seat_code from local_party_seat s
    where not exists (
        select 1 from access_lock l
        where l.local_party = s.local_party and l.seat_code = s.seat_code and l.lifted_by is null);

-- The seats where a local party is twinned now. Empty until there are twinnings.
create view current_twin (local_party, seat_code) as
    select cast(null as text), cast(null as text) where false;

grant select on current_twin to ${app};
grant select, insert, delete on tombstone to ${app};
grant update (ends_at) on tombstone to ${app};
grant select on desired_role to ${app};
