-- Knowledge: the services that an article is about; what to ask for when it does not help.

create table knowledge_service (
  article_id uuid not null references knowledge_article (id),
  service_id uuid not null references catalog_service (id),
  place int not null,
  primary key (article_id, service_id)
);
-- articles about one service
create index knowledge_service_of_service on knowledge_service (service_id);
