-- A regional organiser invites a name; only the account of that name accepts. Nothing here says whether an account has
-- that name.
create table member_invitation (
    id          uuid primary key,
    local_party text        not null references local_party,
    account     text        not null,
    reason      text        not null,
    invited_by  text        not null,
    invited_at  timestamptz not null,
    expires_at  timestamptz not null,
    outcome     text check (outcome in ('accepted', 'refused', 'withdrawn')),
    outcome_at  timestamptz,
    outcome_by  text,
    change_id   uuid references membership_change,
    check ((outcome is null) = (outcome_at is null)),
    check ((change_id is not null) = (outcome is not null and outcome = 'accepted'))
);
create index member_invitation_party on member_invitation (local_party, account);
create index member_invitation_account on member_invitation (account);
comment on column member_invitation.account is 'account of a person';
comment on column member_invitation.invited_by is 'account of a person';
comment on column member_invitation.outcome_by is 'account of a person';

-- One person asks for the key of a local party for a member, another grants it.
create table key_request (
    id             uuid primary key,
    local_party    text        not null references local_party,
    account        text        not null,
    account_id     text        not null,
    reason         text        not null,
    requested_by   text        not null,
    requested_at   timestamptz not null,
    expires_at     timestamptz not null,
    outcome        text check (outcome in ('granted', 'refused', 'withdrawn')),
    outcome_at     timestamptz,
    outcome_by     text,
    outcome_reason text,
    change_id      uuid references membership_change,
    check ((outcome is null) = (outcome_at is null)),
    check ((change_id is not null) = (outcome is not null and outcome = 'granted'))
);
create index key_request_party on key_request (local_party, id);
comment on column key_request.account is 'account of a person';
comment on column key_request.account_id is 'account of a person';
comment on column key_request.requested_by is 'account of a person';
comment on column key_request.outcome_by is 'account of a person';

-- Who invited the member, or asked for the key: the first of the two persons of a change; changed_by is the second.
alter table membership_change add column asked_by text;
comment on column membership_change.asked_by is 'account of a person';

-- Who changes an account's membership in Keycloak holds this meanwhile; real time, so that a holder that crashed is not
-- waited for. The key is a hash of the account's id.
create table membership_lease (
    lease_key bigint primary key,
    holder    uuid        not null,
    ends_at   timestamptz not null
);

grant select, insert, delete on member_invitation to ${app};
grant update (outcome, outcome_at, outcome_by, change_id) on member_invitation to ${app};
grant select, insert on key_request to ${app};
grant update (outcome, outcome_at, outcome_by, outcome_reason, change_id) on key_request to ${app};
grant select, insert, update, delete on membership_lease to ${app};
