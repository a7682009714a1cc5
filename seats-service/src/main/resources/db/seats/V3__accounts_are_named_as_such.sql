comment on column contest.recorded_by is 'account of a person';
