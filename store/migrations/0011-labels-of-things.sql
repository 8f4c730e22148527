-- Of a thing's labels nothing changes but the labels.
revoke update on labels from guantong_app;
grant update (scopes) on labels to guantong_app;
