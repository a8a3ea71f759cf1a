-- Whom the other side may ask instead, once a promiser has left.

alter table promises_promise
  add column if not exists ask_instead_id uuid references directory_person (id)
    constraint promises_ask_another check (ask_instead_id is null
      or (outcome = 'released' and ask_instead_id not in (promiser_id, promisee_id)));
