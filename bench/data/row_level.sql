-- What PostGraphile needs to give the same page, in a schema of its own: views with the reviewer's permissions, and how
-- ids, times and masked names are shown. Its documented comments say what views cannot: keys and relations.
-- Made in the measurement's own database only.
do $$ begin create role zhiye_bench_reader nologin; exception when duplicate_object then null; end $$;
create schema bench;
grant usage on schema bench to zhiye_bench_reader;

create function public.bench_authority() returns bigint language sql stable security definer as $$
  select v.authority_id from session s join account a on a.id = s.account_id join reviewer v on v.id = a.reviewer_id
  where s.token_hash = current_setting('bench.token', true) and s.state = 'OPEN' and s.last_seen_at > now()
    and a.state in ('PASSWORDLESS', 'ACTIVE')
$$;
create function public.bench_scopes() returns text[] language sql stable security definer as $$
  select coalesce(array_agg(distinct g.profession || ' ' || r.prefix || '%'), '{}')
  from session s join account a on a.id = s.account_id join role_grant g on g.reviewer_id = a.reviewer_id,
    lateral jsonb_array_elements_text(g.regions) r(prefix)
  where s.token_hash = current_setting('bench.token', true)
$$;
create function public.bench_time(moment timestamptz) returns text language sql stable as $$
  select to_char(moment at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')
$$;
create function public.bench_masked(name text) returns text language sql immutable as $$
  select case length(name) when 0 then '' when 1 then '*' when 2 then left(name, 1) || '*'
    else left(name, 1) || repeat('*', length(name) - 2) || right(name, 1) end
$$;
create type bench.sensitive as (masked text, "full" text);

create view bench.person as select id as key, 'per_' || id as global_id,
  row(public.bench_masked(name), name)::bench.sensitive as name, sex, identity_kind, real_name_verified
  from public.person;
create view bench.employer as select id as key, 'emp_' || id as global_id, name, credit_code, state, address
  from public.employer;
create view bench.registration as select id as key, 'reg_' || id as global_id, version, number, kind, profession, grade,
  state, public.bench_time(created_at) as created_at, public.bench_time(updated_at) as shown_updated_at,
  updated_at as moved_at, applicant_id, employer_id
  from public.registration
  where authority_id = (select public.bench_authority()) and submitted_at is not null
    and profession || ' ' || region like any ((select public.bench_scopes())::text[]);
create view bench.stage as select id as key, 'stg_' || id as global_id, kind, state, place,
  public.bench_time(opened_at) as opened_at, public.bench_time(closed_at) as closed_at, opinion, registration_id
  from public.registration_stage;

comment on view bench.person is E'@primaryKey key';
comment on view bench.employer is E'@primaryKey key';
comment on view bench.registration is E'@primaryKey key\n@foreignKey (applicant_id) references person (key)|@fieldName applicant\n@foreignKey (employer_id) references employer (key)|@fieldName employer';
comment on view bench.stage is E'@primaryKey key\n@foreignKey (registration_id) references registration (key)|@foreignFieldName stages|@foreignSimpleFieldName stagesList|@behavior +manyRelation:resource:list';
grant select on all tables in schema bench to zhiye_bench_reader;
