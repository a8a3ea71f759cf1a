-- lastDelivered: how long such things took, the last ones first, built beside the writing.
create index concurrently if not exists promises_of_service_delivered on promises_promise (service_id, delivered_at desc)
  where service_id is not null and delivered_at is not null;
create index concurrently if not exists promises_of_promiser_delivered on promises_promise (promiser_id, delivered_at desc)
  where delivered_at is not null;
