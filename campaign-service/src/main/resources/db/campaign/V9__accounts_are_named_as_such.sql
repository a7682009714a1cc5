comment on column contact_batch.reported_by is 'account of a person';
comment on column batch_withdrawal.withdrawn_by is 'account of a person';
comment on column access_decision.decided_by is 'account of a person';
comment on column tombstone.subject is 'account of a person';
