CREATE TEXT SEARCH DICTIONARY public.spoken_words (
    TEMPLATE = pg_catalog.snowball,
    language = 'english' );
CREATE TEXT SEARCH CONFIGURATION public.spoken (
    PARSER = pg_catalog."default" );
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR asciiword WITH public.spoken_words;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR word WITH public.spoken_words;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR numword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR hword_numpart WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR hword_part WITH public.spoken_words;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR hword_asciipart WITH public.spoken_words;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR numhword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR asciihword WITH public.spoken_words;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR hword WITH public.spoken_words;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.spoken
    ADD MAPPING FOR uint WITH simple;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.calls (
    id character varying(64) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    utc_offset_minutes integer NOT NULL,
    duration_ms bigint NOT NULL,
    source text NOT NULL,
    agent text NOT NULL,
    customer_name text NOT NULL,
    customer_number text NOT NULL,
    reference text NOT NULL,
    outcome character varying(32) NOT NULL,
    end_reason character varying(32) NOT NULL,
    problem text NOT NULL,
    first_feeling character varying(32) NOT NULL,
    last_feeling character varying(32) NOT NULL,
    turned_around boolean NOT NULL,
    at_risk boolean NOT NULL,
    agent_percent integer NOT NULL,
    cues_raised integer NOT NULL,
    cues_shown integer NOT NULL,
    cues_heeded integer NOT NULL,
    checklist json NOT NULL,
    note text NOT NULL,
    app character varying(32) NOT NULL,
    model text NOT NULL,
    playbook text NOT NULL,
    playbook_hash character varying(128) NOT NULL,
    journal text NOT NULL,
    saved_at timestamp with time zone NOT NULL
);
CREATE TABLE public.cues (
    call_id character varying(64) NOT NULL,
    cue integer NOT NULL,
    rule character varying(64) NOT NULL,
    at_ms bigint NOT NULL,
    title text NOT NULL,
    headline text NOT NULL,
    directions json NOT NULL,
    urgency character varying(16) NOT NULL,
    priority integer NOT NULL,
    evidence json NOT NULL,
    trigger_end_ms bigint NOT NULL,
    shown_at_ms bigint,
    ending character varying(16) NOT NULL,
    ended_at_ms bigint,
    reason text NOT NULL,
    delay_ms bigint
);
CREATE TABLE public.detections (
    call_id character varying(64) NOT NULL,
    number integer NOT NULL,
    at_ms bigint NOT NULL,
    label character varying(64) NOT NULL,
    party character varying(16) NOT NULL,
    detail text NOT NULL,
    evidence json NOT NULL,
    is_final boolean NOT NULL,
    is_withdrawn boolean NOT NULL
);
CREATE TABLE public.feelings (
    call_id character varying(64) NOT NULL,
    "position" integer NOT NULL,
    at_ms bigint NOT NULL,
    feeling character varying(32) NOT NULL,
    intensity integer NOT NULL,
    level integer NOT NULL,
    trend character varying(16) NOT NULL,
    evidence json
);
CREATE TABLE public.flags (
    call_id character varying(64) NOT NULL,
    "position" integer NOT NULL,
    at_ms bigint NOT NULL,
    note text NOT NULL,
    for_lead boolean NOT NULL
);
CREATE TABLE public.losses (
    call_id character varying(64) NOT NULL,
    "position" integer NOT NULL,
    at_ms bigint NOT NULL,
    party character varying(16) NOT NULL,
    duration_ms bigint NOT NULL,
    reason text NOT NULL
);
CREATE TABLE public.pivots (
    call_id character varying(64) NOT NULL,
    "position" integer NOT NULL,
    at_ms bigint NOT NULL,
    is_up boolean NOT NULL,
    evidence json
);
CREATE TABLE public.promises (
    call_id character varying(64) NOT NULL,
    promise integer NOT NULL,
    at_ms bigint NOT NULL,
    who text NOT NULL,
    what text NOT NULL,
    due text NOT NULL,
    due_at character varying(40) NOT NULL,
    missing json NOT NULL,
    evidence json
);
CREATE TABLE public.utterances (
    id bigint NOT NULL,
    call_id character varying(64) NOT NULL,
    party character varying(16) NOT NULL,
    number integer NOT NULL,
    start_ms bigint NOT NULL,
    end_ms bigint NOT NULL,
    text text NOT NULL,
    words json NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('public.spoken'::regconfig, text)) STORED
);
CREATE SEQUENCE public.utterances_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.utterances_id_seq OWNED BY public.utterances.id;
ALTER TABLE ONLY public.utterances ALTER COLUMN id SET DEFAULT nextval('public.utterances_id_seq'::regclass);
INSERT INTO public.alembic_version VALUES ('0001');
INSERT INTO public.calls VALUES ('20261122T101500-7f3a2b', '2026-11-22 09:15:00+00', 60, 20000, 'live', 'Sarah', 'Ann Lee', '555 0142', '', 'follow_up', 'hangup', 'internet has been down', 'frustration', 'gratitude_relief', true, false, 61, 3, 2, 1, '["use_name"]', 'router ordered', '0.1.0', 'starter', 'default', 'abc123', '/home/sarah/calls/20261122T101500-7f3a2b/journal.jsonl', '2026-11-22 10:26:20.834501+00');
INSERT INTO public.calls VALUES ('one', '2026-11-01 04:30:00+00', -300, 20000, 'live', 'Sarah', 'David Miller', '555 0999', '', 'follow_up', 'hangup', 'internet has been down', 'frustration', 'gratitude_relief', true, true, 61, 3, 2, 1, '["use_name"]', 'router ordered', '0.1.0', 'starter', 'default', 'abc123', '/home/sarah/calls/one/journal.jsonl', '2026-11-22 10:26:20.853785+00');
INSERT INTO public.cues VALUES ('20261122T101500-7f3a2b', 0, 'dead_end', 10600, 'dead end', 'Say what you can do', '["Say what can be done", "Say by when"]', 'nudge', 5, '[{"party": "agent", "text": "nothing more i can do", "start": 9000, "end": 10500, "utterance": 1, "confidence": 1.0}]', 10500, 10600, 'heeded', 15500, '', 140);
INSERT INTO public.cues VALUES ('20261122T101500-7f3a2b', 1, 'use_name', 11000, 'use name', 'Use David''s name', '["Say what can be done", "Say by when"]', 'nudge', 5, '[{"party": "customer", "text": "internet has been down", "start": 2000, "end": 3200, "utterance": 0, "confidence": 1.0}]', 3200, NULL, 'suppressed', 11000, 'cool_down', NULL);
INSERT INTO public.cues VALUES ('20261122T101500-7f3a2b', 2, 'thank', 12000, 'thank', 'Thank David for something', '["Say what can be done", "Say by when"]', 'nudge', 5, '[{"party": "customer", "text": "internet has been down", "start": 2000, "end": 3200, "utterance": 0, "confidence": 1.0}]', 3200, 12000, 'dismissed', 13000, '', NULL);
INSERT INTO public.cues VALUES ('one', 0, 'dead_end', 10600, 'dead end', 'Say what you can do', '["Say what can be done", "Say by when"]', 'nudge', 5, '[{"party": "agent", "text": "nothing more i can do", "start": 9000, "end": 10500, "utterance": 1, "confidence": 1.0}]', 10500, 10600, 'heeded', 15500, '', 140);
INSERT INTO public.cues VALUES ('one', 1, 'use_name', 11000, 'use name', 'Use David''s name', '["Say what can be done", "Say by when"]', 'nudge', 5, '[{"party": "customer", "text": "internet has been down", "start": 2000, "end": 3200, "utterance": 0, "confidence": 1.0}]', 3200, NULL, 'suppressed', 11000, 'cool_down', NULL);
INSERT INTO public.cues VALUES ('one', 2, 'thank', 12000, 'thank', 'Thank David for something', '["Say what can be done", "Say by when"]', 'nudge', 5, '[{"party": "customer", "text": "internet has been down", "start": 2000, "end": 3200, "utterance": 0, "confidence": 1.0}]', 3200, 12000, 'dismissed', 13000, '', NULL);
INSERT INTO public.detections VALUES ('20261122T101500-7f3a2b', 0, 11500, 'dead_end', 'agent', '', '{"party": "agent", "text": "nothing more i can do", "start": 9000, "end": 10500, "utterance": 1, "confidence": 1.0}', true, false);
INSERT INTO public.detections VALUES ('20261122T101500-7f3a2b', 1, 11600, 'threat', 'customer', 'x', '{"party": "customer", "text": "internet has been down", "start": 2000, "end": 3200, "utterance": 0, "confidence": 1.0}', true, true);
INSERT INTO public.detections VALUES ('one', 0, 11500, 'dead_end', 'agent', '', '{"party": "agent", "text": "nothing more i can do", "start": 9000, "end": 10500, "utterance": 1, "confidence": 1.0}', true, false);
INSERT INTO public.detections VALUES ('one', 1, 11600, 'threat', 'customer', 'x', '{"party": "customer", "text": "internet has been down", "start": 2000, "end": 3200, "utterance": 0, "confidence": 1.0}', true, true);
INSERT INTO public.feelings VALUES ('20261122T101500-7f3a2b', 0, 3400, 'frustration', 60, -40, 'worse', '{"party": "customer", "text": "internet has been down", "start": 2000, "end": 3200, "utterance": 0, "confidence": 1.0}');
INSERT INTO public.feelings VALUES ('20261122T101500-7f3a2b', 1, 17000, 'gratitude_relief', 50, 40, 'better', 'null');
INSERT INTO public.feelings VALUES ('one', 0, 3400, 'frustration', 60, -40, 'worse', '{"party": "customer", "text": "internet has been down", "start": 2000, "end": 3200, "utterance": 0, "confidence": 1.0}');
INSERT INTO public.feelings VALUES ('one', 1, 17000, 'gratitude_relief', 50, 40, 'better', 'null');
INSERT INTO public.flags VALUES ('20261122T101500-7f3a2b', 0, 18000, 'ask billing', true);
INSERT INTO public.flags VALUES ('one', 0, 18000, 'ask billing', true);
INSERT INTO public.losses VALUES ('20261122T101500-7f3a2b', 0, 18500, 'agent', 300, 'overflow');
INSERT INTO public.losses VALUES ('one', 0, 18500, 'agent', 300, 'overflow');
INSERT INTO public.pivots VALUES ('20261122T101500-7f3a2b', 0, 16200, true, '{"party": "customer", "text": "internet has been down", "start": 2000, "end": 3200, "utterance": 0, "confidence": 1.0}');
INSERT INTO public.pivots VALUES ('one', 0, 16200, true, '{"party": "customer", "text": "internet has been down", "start": 2000, "end": 3200, "utterance": 0, "confidence": 1.0}');
INSERT INTO public.promises VALUES ('20261122T101500-7f3a2b', 0, 16100, 'agent', 'call you back', 'today by four', '2026-11-22T16:00:00+01:00', '[]', '{"party": "agent", "text": "nothing more i can do", "start": 9000, "end": 10500, "utterance": 1, "confidence": 1.0}');
INSERT INTO public.promises VALUES ('one', 0, 16100, 'agent', 'call you back', 'today by four', '2026-11-22T16:00:00+01:00', '[]', '{"party": "agent", "text": "nothing more i can do", "start": 9000, "end": 10500, "utterance": 1, "confidence": 1.0}');
INSERT INTO public.utterances VALUES (1, '20261122T101500-7f3a2b', 'customer', 0, 1000, 3400, 'hi my internet has been down since monday', '[["hi", 1000, 1250, 0.9], ["my", 1300, 1550, 0.9], ["internet", 1600, 1850, 0.9], ["has", 1900, 2150, 0.9], ["been", 2200, 2450, 0.9], ["down", 2500, 2750, 0.9], ["since", 2800, 3050, 0.9], ["monday", 3100, 3350, 0.9]]', DEFAULT);
INSERT INTO public.utterances VALUES (2, '20261122T101500-7f3a2b', 'agent', 0, 6000, 7800, 'let me look at your account', '[["let", 6000, 6250, 0.9], ["me", 6300, 6550, 0.9], ["look", 6600, 6850, 0.9], ["at", 6900, 7150, 0.9], ["your", 7200, 7450, 0.9], ["account", 7500, 7750, 0.9]]', DEFAULT);
INSERT INTO public.utterances VALUES (3, '20261122T101500-7f3a2b', 'agent', 1, 9000, 11700, 'there is nothing more i can do about refunds', '[["there", 9000, 9250, 0.9], ["is", 9300, 9550, 0.9], ["nothing", 9600, 9850, 0.9], ["more", 9900, 10150, 0.9], ["i", 10200, 10450, 0.9], ["can", 10500, 10750, 0.9], ["do", 10800, 11050, 0.9], ["about", 11100, 11350, 0.9], ["refunds", 11400, 11650, 0.9]]', DEFAULT);
INSERT INTO public.utterances VALUES (4, '20261122T101500-7f3a2b', 'agent', 2, 14000, 16400, 'i will call you back today by four', '[["i", 14000, 14250, 0.9], ["will", 14300, 14550, 0.9], ["call", 14600, 14850, 0.9], ["you", 14900, 15150, 0.9], ["back", 15200, 15450, 0.9], ["today", 15500, 15750, 0.9], ["by", 15800, 16050, 0.9], ["four", 16100, 16350, 0.9]]', DEFAULT);
INSERT INTO public.utterances VALUES (5, 'one', 'customer', 0, 1000, 3400, 'hi my internet has been down since monday', '[["hi", 1000, 1250, 0.9], ["my", 1300, 1550, 0.9], ["internet", 1600, 1850, 0.9], ["has", 1900, 2150, 0.9], ["been", 2200, 2450, 0.9], ["down", 2500, 2750, 0.9], ["since", 2800, 3050, 0.9], ["monday", 3100, 3350, 0.9]]', DEFAULT);
INSERT INTO public.utterances VALUES (6, 'one', 'agent', 0, 6000, 7800, 'let me look at your account', '[["let", 6000, 6250, 0.9], ["me", 6300, 6550, 0.9], ["look", 6600, 6850, 0.9], ["at", 6900, 7150, 0.9], ["your", 7200, 7450, 0.9], ["account", 7500, 7750, 0.9]]', DEFAULT);
INSERT INTO public.utterances VALUES (7, 'one', 'agent', 1, 9000, 11700, 'there is nothing more i can do about refunds', '[["there", 9000, 9250, 0.9], ["is", 9300, 9550, 0.9], ["nothing", 9600, 9850, 0.9], ["more", 9900, 10150, 0.9], ["i", 10200, 10450, 0.9], ["can", 10500, 10750, 0.9], ["do", 10800, 11050, 0.9], ["about", 11100, 11350, 0.9], ["refunds", 11400, 11650, 0.9]]', DEFAULT);
INSERT INTO public.utterances VALUES (8, 'one', 'agent', 2, 14000, 16400, 'i will call you back today by four', '[["i", 14000, 14250, 0.9], ["will", 14300, 14550, 0.9], ["call", 14600, 14850, 0.9], ["you", 14900, 15150, 0.9], ["back", 15200, 15450, 0.9], ["today", 15500, 15750, 0.9], ["by", 15800, 16050, 0.9], ["four", 16100, 16350, 0.9]]', DEFAULT);
SELECT pg_catalog.setval('public.utterances_id_seq', 8, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.calls
    ADD CONSTRAINT pk_calls PRIMARY KEY (id);
ALTER TABLE ONLY public.cues
    ADD CONSTRAINT pk_cues PRIMARY KEY (call_id, cue);
ALTER TABLE ONLY public.detections
    ADD CONSTRAINT pk_detections PRIMARY KEY (call_id, number);
ALTER TABLE ONLY public.feelings
    ADD CONSTRAINT pk_feelings PRIMARY KEY (call_id, "position");
ALTER TABLE ONLY public.flags
    ADD CONSTRAINT pk_flags PRIMARY KEY (call_id, "position");
ALTER TABLE ONLY public.losses
    ADD CONSTRAINT pk_losses PRIMARY KEY (call_id, "position");
ALTER TABLE ONLY public.pivots
    ADD CONSTRAINT pk_pivots PRIMARY KEY (call_id, "position");
ALTER TABLE ONLY public.promises
    ADD CONSTRAINT pk_promises PRIMARY KEY (call_id, promise);
ALTER TABLE ONLY public.utterances
    ADD CONSTRAINT pk_utterances PRIMARY KEY (id);
ALTER TABLE ONLY public.utterances
    ADD CONSTRAINT uq_utterances_call_id UNIQUE (call_id, party, number);
CREATE INDEX ix_calls_customer_number ON public.calls USING btree (customer_number);
CREATE INDEX ix_calls_started_at ON public.calls USING btree (started_at);
CREATE INDEX ix_cues_rule ON public.cues USING btree (rule);
CREATE INDEX ix_detections_label ON public.detections USING btree (label);
CREATE INDEX ix_promises_due_at ON public.promises USING btree (due_at);
CREATE INDEX ix_utterances_search ON public.utterances USING gin (search);
ALTER TABLE ONLY public.cues
    ADD CONSTRAINT fk_cues_calls FOREIGN KEY (call_id) REFERENCES public.calls(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.detections
    ADD CONSTRAINT fk_detections_calls FOREIGN KEY (call_id) REFERENCES public.calls(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.feelings
    ADD CONSTRAINT fk_feelings_calls FOREIGN KEY (call_id) REFERENCES public.calls(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.flags
    ADD CONSTRAINT fk_flags_calls FOREIGN KEY (call_id) REFERENCES public.calls(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.losses
    ADD CONSTRAINT fk_losses_calls FOREIGN KEY (call_id) REFERENCES public.calls(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.pivots
    ADD CONSTRAINT fk_pivots_calls FOREIGN KEY (call_id) REFERENCES public.calls(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.promises
    ADD CONSTRAINT fk_promises_calls FOREIGN KEY (call_id) REFERENCES public.calls(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.utterances
    ADD CONSTRAINT fk_utterances_calls FOREIGN KEY (call_id) REFERENCES public.calls(id) ON DELETE CASCADE;
