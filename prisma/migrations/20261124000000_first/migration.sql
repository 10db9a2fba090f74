-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "contest" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,

    CONSTRAINT "contest_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "call" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contest_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "eligibility_rule" TEXT NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "rubric" JSONB NOT NULL,
    "scoring" JSONB NOT NULL,
    "quorum" INTEGER NOT NULL,
    "shortlist" INTEGER NOT NULL,
    "awards" INTEGER NOT NULL,
    "announce_days" INTEGER NOT NULL,
    "announce_until" TEXT,

    CONSTRAINT "call_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "entry" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "abstract" TEXT NOT NULL,
    "organisation" TEXT,
    "facts" JSONB NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "receipt" JSONB,
    "eligibility" JSONB,
    "award" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "judge_invitation" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "judge_id" UUID NOT NULL,

    CONSTRAINT "judge_invitation_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "round" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scoring" JSONB NOT NULL,

    CONSTRAINT "round_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "score_sheet" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "judge_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "score_sheet_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "aspect" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "base" DECIMAL(10,4) NOT NULL,
    "factor" DECIMAL(10,4) NOT NULL,
    "panel_score" DECIMAL(12,4),

    CONSTRAINT "aspect_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "mark" (
    "district_id" UUID NOT NULL,
    "aspect_id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "value" DECIMAL(10,4) NOT NULL,

    CONSTRAINT "mark_pkey" PRIMARY KEY ("district_id","aspect_id","sheet_id")
);

-- CreateTable
CREATE TABLE "standing" (
    "district_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "deductions" DECIMAL(10,4) NOT NULL DEFAULT 0,
    "total" DECIMAL(12,4),
    "sections" JSONB,
    "rank" INTEGER,
    "incomplete" BOOLEAN NOT NULL DEFAULT false,
    "scored_at" TIMESTAMPTZ(3),
    "tied" BOOLEAN,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("district_id","round_id","entry_id")
);

-- CreateTable
CREATE TABLE "auth_user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_account" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auth_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "credit_code" TEXT,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "language" TEXT NOT NULL DEFAULT 'zh',
    "organisation_id" UUID,

    CONSTRAINT "person_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "district_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "scope_id" UUID NOT NULL,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("district_id","person_id","role","scope_id")
);

-- CreateTable
CREATE TABLE "platform" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,

    CONSTRAINT "platform_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "incubatee" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "entry_id" UUID,
    "platform_id" UUID,
    "firm" TEXT,
    "contract_from" TEXT,
    "contract_to" TEXT,
    "graduation" JSONB,

    CONSTRAINT "incubatee_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "incubatee_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "reached_on" TEXT,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "periodic_report" (
    "district_id" UUID NOT NULL,
    "incubatee_id" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "revenue" BIGINT NOT NULL,
    "research" BIGINT NOT NULL,
    "staff" INTEGER NOT NULL,
    "valid_ip" INTEGER NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "periodic_report_pkey" PRIMARY KEY ("district_id","incubatee_id","quarter")
);

-- CreateTable
CREATE TABLE "seed_fund" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "capital" BIGINT NOT NULL,
    "committed" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "seed_fund_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "investment" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "incubatee_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "instrument" TEXT NOT NULL,
    "paid_on" TEXT NOT NULL,

    CONSTRAINT "investment_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "park" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "partner" TEXT,
    "partner_share" INTEGER,

    CONSTRAINT "park_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "site" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "park_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "area" INTEGER NOT NULL,

    CONSTRAINT "site_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "deal" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "park_id" UUID NOT NULL,
    "site_id" UUID,
    "firm" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "promised_investment" BIGINT NOT NULL,
    "promised_output" BIGINT NOT NULL,
    "promised_tax" BIGINT NOT NULL,
    "promised_jobs" INTEGER NOT NULL,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "quarter_yield" (
    "district_id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "output" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "jobs" INTEGER NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quarter_yield_pkey" PRIMARY KEY ("district_id","deal_id","quarter")
);

-- CreateTable
CREATE TABLE "notification" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "district_id" UUID NOT NULL,
    "notification_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "try_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("district_id","notification_id","channel")
);

-- CreateTable
CREATE TABLE "district" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',

    CONSTRAINT "district_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aggregate" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "head" TEXT NOT NULL,
    "project_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "aggregate_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "district_id" UUID NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "cause" UUID,
    "request_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "project_id" UUID,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("district_id","aggregate_id","version")
);

-- CreateTable
CREATE TABLE "event" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "project_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "district_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("district_id","event_id")
);

-- CreateTable
CREATE TABLE "pending" (
    "district_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "reaction" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "failure" TEXT,
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "pending_pkey" PRIMARY KEY ("district_id","event_id","reaction")
);

-- CreateTable
CREATE TABLE "deadline" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "project_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "heartbeat" (
    "queue" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("queue")
);

-- CreateTable
CREATE TABLE "answer" (
    "district_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("district_id","actor","key")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "chains" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "checkpoint_leaf" (
    "district_id" UUID NOT NULL,
    "checkpoint_id" UUID NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "head" TEXT NOT NULL,

    CONSTRAINT "checkpoint_leaf_pkey" PRIMARY KEY ("district_id","checkpoint_id","aggregate_id")
);

-- CreateTable
CREATE TABLE "project" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "firm" TEXT,
    "field" TEXT,

    CONSTRAINT "project_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "document" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "contest_district_id_name_edition_key" ON "contest"("district_id", "name", "edition");

-- CreateIndex
CREATE INDEX "call_district_id_contest_id_idx" ON "call"("district_id", "contest_id");

-- CreateIndex
CREATE INDEX "entry_district_id_call_id_idx" ON "entry"("district_id", "call_id");

-- CreateIndex
CREATE INDEX "entry_district_id_project_id_idx" ON "entry"("district_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "judge_invitation_district_id_call_id_judge_id_key" ON "judge_invitation"("district_id", "call_id", "judge_id");

-- CreateIndex
CREATE INDEX "round_district_id_call_id_idx" ON "round"("district_id", "call_id");

-- CreateIndex
CREATE INDEX "score_sheet_district_id_judge_id_idx" ON "score_sheet"("district_id", "judge_id");

-- CreateIndex
CREATE UNIQUE INDEX "score_sheet_district_id_round_id_entry_id_judge_id_key" ON "score_sheet"("district_id", "round_id", "entry_id", "judge_id");

-- CreateIndex
CREATE UNIQUE INDEX "aspect_district_id_round_id_entry_id_key_key" ON "aspect"("district_id", "round_id", "entry_id", "key");

-- CreateIndex
CREATE INDEX "mark_district_id_sheet_id_idx" ON "mark"("district_id", "sheet_id");

-- CreateIndex
CREATE UNIQUE INDEX "auth_user_email_key" ON "auth_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_key" ON "auth_session"("token");

-- CreateIndex
CREATE INDEX "auth_session_userId_idx" ON "auth_session"("userId");

-- CreateIndex
CREATE INDEX "auth_account_userId_idx" ON "auth_account"("userId");

-- CreateIndex
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_district_id_name_key" ON "organisation"("district_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "person_user_id_key" ON "person"("user_id");

-- CreateIndex
CREATE INDEX "person_district_id_email_idx" ON "person"("district_id", "email");

-- CreateIndex
CREATE INDEX "role_grant_district_id_role_scope_id_idx" ON "role_grant"("district_id", "role", "scope_id");

-- CreateIndex
CREATE INDEX "incubatee_district_id_project_id_idx" ON "incubatee"("district_id", "project_id");

-- CreateIndex
CREATE INDEX "incubatee_district_id_platform_id_idx" ON "incubatee"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "milestone_district_id_incubatee_id_idx" ON "milestone"("district_id", "incubatee_id");

-- CreateIndex
CREATE INDEX "investment_district_id_project_id_idx" ON "investment"("district_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "site_district_id_park_id_code_key" ON "site"("district_id", "park_id", "code");

-- CreateIndex
CREATE INDEX "deal_district_id_project_id_idx" ON "deal"("district_id", "project_id");

-- CreateIndex
CREATE INDEX "deal_district_id_park_id_idx" ON "deal"("district_id", "park_id");

-- CreateIndex
CREATE INDEX "notification_district_id_person_id_created_at_idx" ON "notification"("district_id", "person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_district_id_event_id_person_id_kind_key" ON "notification"("district_id", "event_id", "person_id", "kind");

-- CreateIndex
CREATE INDEX "delivery_state_try_at_idx" ON "delivery"("state", "try_at");

-- CreateIndex
CREATE UNIQUE INDEX "district_code_key" ON "district"("code");

-- CreateIndex
CREATE INDEX "aggregate_district_id_kind_state_idx" ON "aggregate"("district_id", "kind", "state");

-- CreateIndex
CREATE INDEX "aggregate_district_id_project_id_idx" ON "aggregate"("district_id", "project_id");

-- CreateIndex
CREATE INDEX "audit_entry_district_id_project_id_at_idx" ON "audit_entry"("district_id", "project_id", "at");

-- CreateIndex
CREATE INDEX "event_district_id_aggregate_id_version_idx" ON "event"("district_id", "aggregate_id", "version");

-- CreateIndex
CREATE INDEX "event_district_id_project_id_name_idx" ON "event"("district_id", "project_id", "name");

-- CreateIndex
CREATE INDEX "event_district_id_name_idx" ON "event"("district_id", "name");

-- CreateIndex
CREATE INDEX "deadline_at_idx" ON "deadline"("at");

-- CreateIndex
CREATE UNIQUE INDEX "deadline_district_id_aggregate_id_name_key" ON "deadline"("district_id", "aggregate_id", "name");

-- CreateIndex
CREATE INDEX "document_district_id_project_id_idx" ON "document"("district_id", "project_id");

-- AddForeignKey
ALTER TABLE "contest" ADD CONSTRAINT "contest_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_district_id_contest_id_fkey" FOREIGN KEY ("district_id", "contest_id") REFERENCES "contest"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_district_id_call_id_fkey" FOREIGN KEY ("district_id", "call_id") REFERENCES "call"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judge_invitation" ADD CONSTRAINT "judge_invitation_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judge_invitation" ADD CONSTRAINT "judge_invitation_district_id_call_id_fkey" FOREIGN KEY ("district_id", "call_id") REFERENCES "call"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_district_id_call_id_fkey" FOREIGN KEY ("district_id", "call_id") REFERENCES "call"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_district_id_round_id_fkey" FOREIGN KEY ("district_id", "round_id") REFERENCES "round"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aspect" ADD CONSTRAINT "aspect_district_id_round_id_fkey" FOREIGN KEY ("district_id", "round_id") REFERENCES "round"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_district_id_aspect_id_fkey" FOREIGN KEY ("district_id", "aspect_id") REFERENCES "aspect"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_district_id_sheet_id_fkey" FOREIGN KEY ("district_id", "sheet_id") REFERENCES "score_sheet"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_district_id_round_id_fkey" FOREIGN KEY ("district_id", "round_id") REFERENCES "round"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_district_id_organisation_id_fkey" FOREIGN KEY ("district_id", "organisation_id") REFERENCES "organisation"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_district_id_person_id_fkey" FOREIGN KEY ("district_id", "person_id") REFERENCES "person"("district_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform" ADD CONSTRAINT "platform_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incubatee" ADD CONSTRAINT "incubatee_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incubatee" ADD CONSTRAINT "incubatee_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_district_id_incubatee_id_fkey" FOREIGN KEY ("district_id", "incubatee_id") REFERENCES "incubatee"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "periodic_report" ADD CONSTRAINT "periodic_report_district_id_incubatee_id_fkey" FOREIGN KEY ("district_id", "incubatee_id") REFERENCES "incubatee"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seed_fund" ADD CONSTRAINT "seed_fund_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment" ADD CONSTRAINT "investment_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment" ADD CONSTRAINT "investment_district_id_fund_id_fkey" FOREIGN KEY ("district_id", "fund_id") REFERENCES "seed_fund"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "investment" ADD CONSTRAINT "investment_district_id_incubatee_id_fkey" FOREIGN KEY ("district_id", "incubatee_id") REFERENCES "incubatee"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "park" ADD CONSTRAINT "park_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "park" ADD CONSTRAINT "park_district_id_parent_id_fkey" FOREIGN KEY ("district_id", "parent_id") REFERENCES "park"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_district_id_park_id_fkey" FOREIGN KEY ("district_id", "park_id") REFERENCES "park"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_district_id_park_id_fkey" FOREIGN KEY ("district_id", "park_id") REFERENCES "park"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_district_id_site_id_fkey" FOREIGN KEY ("district_id", "site_id") REFERENCES "site"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarter_yield" ADD CONSTRAINT "quarter_yield_district_id_deal_id_fkey" FOREIGN KEY ("district_id", "deal_id") REFERENCES "deal"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_district_id_notification_id_fkey" FOREIGN KEY ("district_id", "notification_id") REFERENCES "notification"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint_leaf" ADD CONSTRAINT "checkpoint_leaf_district_id_checkpoint_id_fkey" FOREIGN KEY ("district_id", "checkpoint_id") REFERENCES "checkpoint"("district_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language can't say -------------------------------------------------------------------------

-- A row and its aggregate are written by the same transaction, the aggregate last.
DO $$
DECLARE constraint_row record;
BEGIN
  FOR constraint_row IN
    SELECT conrelid::regclass AS table_name, conname FROM pg_constraint
    WHERE contype = 'f' AND confrelid = 'aggregate'::regclass
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', constraint_row.table_name, constraint_row.conname);
  END LOOP;
END $$;

-- Small tables with a great turnover: vacuum them long before the default share of dead rows.
ALTER TABLE "outbox" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE "pending" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);

-- The record is never rewritten.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is a record and is never changed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_is_kept BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A fund never promises more than it has, whatever runs beside what.
ALTER TABLE "seed_fund" ADD CONSTRAINT seed_fund_within_capital CHECK (committed >= 0 AND committed <= capital);

-- Dead letters are few among what is owed: only they are indexed, so that owing and handling stay cheap.
CREATE INDEX pending_failed ON "pending" (failed_at) WHERE failed_at IS NOT NULL;
