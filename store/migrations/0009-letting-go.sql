-- Slips that were used, replaced or ran out are let go like sessions and kept replies; whose they were stays in the audit.
grant delete on activations to guantong_app;
