-- AlterTable
ALTER TABLE "seed_fund" ADD COLUMN     "checklist" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "committee" UUID[],
ADD COLUMN     "majority" TEXT NOT NULL DEFAULT 'simple',
ADD COLUMN     "per_project" BIGINT,
ADD COLUMN     "quorum" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "investment" ALTER COLUMN "incubatee_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "fund_proposal" ADD COLUMN     "asked" BIGINT,
ADD COLUMN     "findings" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "follows_id" UUID,
ADD COLUMN     "fund_id" UUID,
ADD COLUMN     "plan" TEXT,
ADD COLUMN     "terms" JSONB,
ALTER COLUMN "entry_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "institute" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "fields" TEXT[],

    CONSTRAINT "institute_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "institute_agreement" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "institute_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "signed_on" TEXT NOT NULL,
    "ends_on" TEXT,

    CONSTRAINT "institute_agreement_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "joint_project" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "institute_id" UUID,
    "project_id" UUID,
    "partner_district" TEXT,
    "partners" TEXT[],
    "funds" BIGINT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "ended_on" TEXT,
    "outcome" TEXT,

    CONSTRAINT "joint_project_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "research_platform" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "institute_id" UUID,
    "steps" JSONB NOT NULL,

    CONSTRAINT "research_platform_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "promotion" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "institute_id" UUID,
    "from_district" TEXT,

    CONSTRAINT "promotion_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "solver" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "person_id" UUID,
    "institute_id" UUID,
    "members" UUID[],
    "fields" TEXT[],
    "profile" TEXT NOT NULL,
    "resting" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "solver_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "solver_work" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "solver_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "number" TEXT,
    "on" TEXT,

    CONSTRAINT "solver_work_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "problem" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "firm" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "symptoms" TEXT NOT NULL,
    "tried" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "open" TEXT NOT NULL,
    "budget" BIGINT,
    "needed_by" TEXT,
    "stated_on" TEXT NOT NULL,
    "introduced_on" TEXT,
    "started_on" TEXT,
    "solved_on" TEXT,
    "solver_id" UUID,
    "agreement" JSONB,
    "solution" TEXT,
    "rating" INTEGER,
    "reason" TEXT,

    CONSTRAINT "problem_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "introduction" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "problem_id" UUID NOT NULL,
    "solver_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "explanation" JSONB NOT NULL,
    "note" TEXT,
    "fits" BOOLEAN,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "introduction_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "technology_manager" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "person_id" UUID,
    "certificate" TEXT,
    "level" TEXT NOT NULL,
    "fields" TEXT[],

    CONSTRAINT "technology_manager_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "technology_contract" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "seller" TEXT NOT NULL,
    "buyer" TEXT NOT NULL,
    "project_id" UUID,
    "problem_id" UUID,
    "manager_id" UUID,
    "amount" BIGINT NOT NULL,
    "non_technical" BIGINT NOT NULL,
    "commission" BIGINT NOT NULL,
    "signed_on" TEXT NOT NULL,
    "number" TEXT,
    "registered_on" TEXT,
    "reason" TEXT,

    CONSTRAINT "technology_contract_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "achievement" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "first_unit" TEXT NOT NULL,
    "completed_on" TEXT NOT NULL,
    "project_id" UUID,
    "problem_id" UUID,
    "papers" TEXT[],
    "summary" TEXT NOT NULL,
    "number" TEXT,
    "registered_on" TEXT,

    CONSTRAINT "achievement_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "envoy_team" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "industry" TEXT NOT NULL,

    CONSTRAINT "envoy_team_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "envoy" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "person_id" UUID,
    "solver_id" UUID,
    "team_id" UUID,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "fee" BIGINT NOT NULL,
    "paper" TEXT,
    "reason" TEXT,

    CONSTRAINT "envoy_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "dispatch" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "envoy_id" UUID NOT NULL,
    "project_id" UUID,
    "place" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,

    CONSTRAINT "dispatch_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "envoy_service" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "envoy_id" UUID NOT NULL,
    "dispatch_id" UUID NOT NULL,
    "on" TEXT NOT NULL,
    "halves" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "problem_id" UUID,

    CONSTRAINT "envoy_service_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "envoy_activity" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "team_id" UUID,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "envoys" UUID[],
    "people" INTEGER NOT NULL,

    CONSTRAINT "envoy_activity_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "envoy_brought" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "envoy_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "on" TEXT NOT NULL,

    CONSTRAINT "envoy_brought_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "envoy_appraisal" (
    "district_id" UUID NOT NULL,
    "envoy_id" UUID NOT NULL,
    "year" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "by_rule" TEXT NOT NULL,
    "explanation" JSONB NOT NULL,
    "note" TEXT,
    "on" TEXT NOT NULL,

    CONSTRAINT "envoy_appraisal_pkey" PRIMARY KEY ("district_id","envoy_id","year")
);

-- CreateTable
CREATE TABLE "envoy_payment" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "envoy_id" UUID NOT NULL,
    "year" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "on" TEXT NOT NULL,
    "reference" TEXT NOT NULL,

    CONSTRAINT "envoy_payment_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "fund_contributor" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "pledged" BIGINT NOT NULL,

    CONSTRAINT "fund_contributor_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "fund_vote" (
    "district_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "vote" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fund_vote_pkey" PRIMARY KEY ("district_id","proposal_id","person_id")
);

-- CreateTable
CREATE TABLE "holding" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "proposal_id" UUID,
    "project_id" UUID NOT NULL,
    "firm" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "signed_on" TEXT NOT NULL,
    "paper" TEXT NOT NULL,

    CONSTRAINT "holding_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "tranche" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "holding_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "upon" TEXT NOT NULL,
    "milestone_id" UUID,
    "state" TEXT NOT NULL,
    "paid_on" TEXT,
    "reference" TEXT,
    "reason" TEXT,
    "investment_id" UUID,

    CONSTRAINT "tranche_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "valuation" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "holding_id" UUID NOT NULL,
    "on" TEXT NOT NULL,
    "value" BIGINT NOT NULL,
    "basis" TEXT NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "valuation_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "holding_exit" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "holding_id" UUID NOT NULL,
    "on" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "cost" BIGINT NOT NULL,
    "proceeds" BIGINT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "holding_exit_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "credit_pool" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "floor" BIGINT NOT NULL,
    "share" INTEGER NOT NULL,
    "reserve" INTEGER NOT NULL,
    "warn_at" INTEGER NOT NULL,
    "stop_at" INTEGER NOT NULL,

    CONSTRAINT "credit_pool_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "bank" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "bank_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "credit_score" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "firm" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "card" JSONB NOT NULL,
    "score" INTEGER NOT NULL,
    "grade" TEXT,
    "limit" BIGINT NOT NULL,

    CONSTRAINT "credit_score_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "loan" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "bank_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "score_id" UUID NOT NULL,
    "firm" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "limit" BIGINT NOT NULL,
    "purpose" TEXT NOT NULL,
    "asked" BIGINT NOT NULL,
    "applied_on" TEXT NOT NULL,
    "granted" BIGINT,
    "answered_on" TEXT,
    "rate" INTEGER,
    "months" INTEGER,
    "reason" TEXT,
    "drawn_on" TEXT,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "claimed" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "loan_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "loan_due" (
    "district_id" UUID NOT NULL,
    "loan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "principal" BIGINT NOT NULL,
    "interest" BIGINT NOT NULL,

    CONSTRAINT "loan_due_pkey" PRIMARY KEY ("district_id","loan_id","number")
);

-- CreateTable
CREATE TABLE "loan_payment" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "loan_id" UUID NOT NULL,
    "on" TEXT NOT NULL,
    "principal" BIGINT NOT NULL,
    "interest" BIGINT NOT NULL,
    "reference" TEXT NOT NULL,

    CONSTRAINT "loan_payment_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "scheme" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "paper" TEXT,
    "opens_on" TEXT NOT NULL,
    "closes_on" TEXT NOT NULL,
    "per_project" BIGINT,
    "own_share" INTEGER NOT NULL,
    "headings" JSONB NOT NULL,
    "instalments" JSONB NOT NULL,
    "slack" INTEGER NOT NULL,

    CONSTRAINT "scheme_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "project_grant" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "firm" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "targets" TEXT NOT NULL,
    "asked" BIGINT NOT NULL,
    "own" BIGINT NOT NULL,
    "budget" JSONB NOT NULL,
    "ends_on" TEXT NOT NULL,
    "approved" BIGINT,
    "reason" TEXT,
    "contract_no" TEXT,
    "contract_sha" TEXT,
    "firm_signed_by" UUID,
    "firm_signed_at" TIMESTAMPTZ(3),
    "signed_by" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "midterm" JSONB,
    "acceptance" JSONB,

    CONSTRAINT "project_grant_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "instalment" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "upon" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "paid_on" TEXT,
    "reference" TEXT,
    "reason" TEXT,

    CONSTRAINT "instalment_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "spending" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "grant_id" UUID NOT NULL,
    "heading" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "on" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "voucher" TEXT NOT NULL,

    CONSTRAINT "spending_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "subsidy" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "paper" TEXT,
    "opens_on" TEXT NOT NULL,
    "closes_on" TEXT NOT NULL,
    "percent" INTEGER,
    "fixed" BIGINT,
    "most" BIGINT,
    "title" TEXT,

    CONSTRAINT "subsidy_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "subsidy_claim" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subsidy_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "incubatee_id" UUID,
    "firm" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "lives" BOOLEAN NOT NULL DEFAULT true,
    "base" BIGINT NOT NULL,
    "amount" BIGINT NOT NULL,
    "explanation" JSONB NOT NULL,
    "reason" TEXT,
    "paid_on" TEXT,
    "reference" TEXT,

    CONSTRAINT "subsidy_claim_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "book" TEXT NOT NULL,
    "balance" BIGINT NOT NULL,
    "floor" BIGINT,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "transfer" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "book" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "on" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "about_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "institute_district_id_name_key" ON "institute"("district_id", "name");

-- CreateIndex
CREATE INDEX "institute_agreement_district_id_institute_id_idx" ON "institute_agreement"("district_id", "institute_id");

-- CreateIndex
CREATE INDEX "joint_project_district_id_institute_id_idx" ON "joint_project"("district_id", "institute_id");

-- CreateIndex
CREATE INDEX "promotion_district_id_on_idx" ON "promotion"("district_id", "on");

-- CreateIndex
CREATE INDEX "solver_district_id_person_id_idx" ON "solver"("district_id", "person_id");

-- CreateIndex
CREATE INDEX "solver_work_district_id_solver_id_idx" ON "solver_work"("district_id", "solver_id");

-- CreateIndex
CREATE INDEX "problem_district_id_project_id_idx" ON "problem"("district_id", "project_id");

-- CreateIndex
CREATE INDEX "introduction_district_id_solver_id_idx" ON "introduction"("district_id", "solver_id");

-- CreateIndex
CREATE UNIQUE INDEX "introduction_district_id_problem_id_solver_id_key" ON "introduction"("district_id", "problem_id", "solver_id");

-- CreateIndex
CREATE INDEX "technology_contract_district_id_problem_id_idx" ON "technology_contract"("district_id", "problem_id");

-- CreateIndex
CREATE UNIQUE INDEX "technology_contract_district_id_number_key" ON "technology_contract"("district_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "achievement_district_id_title_first_unit_key" ON "achievement"("district_id", "title", "first_unit");

-- CreateIndex
CREATE INDEX "envoy_district_id_person_id_idx" ON "envoy"("district_id", "person_id");

-- CreateIndex
CREATE INDEX "dispatch_district_id_envoy_id_idx" ON "dispatch"("district_id", "envoy_id");

-- CreateIndex
CREATE UNIQUE INDEX "envoy_service_district_id_envoy_id_on_key" ON "envoy_service"("district_id", "envoy_id", "on");

-- CreateIndex
CREATE INDEX "envoy_activity_district_id_on_idx" ON "envoy_activity"("district_id", "on");

-- CreateIndex
CREATE UNIQUE INDEX "envoy_brought_district_id_envoy_id_name_key" ON "envoy_brought"("district_id", "envoy_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "envoy_payment_district_id_envoy_id_year_part_key" ON "envoy_payment"("district_id", "envoy_id", "year", "part");

-- CreateIndex
CREATE INDEX "fund_contributor_district_id_fund_id_idx" ON "fund_contributor"("district_id", "fund_id");

-- CreateIndex
CREATE INDEX "holding_district_id_fund_id_idx" ON "holding"("district_id", "fund_id");

-- CreateIndex
CREATE INDEX "holding_district_id_project_id_idx" ON "holding"("district_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "holding_district_id_proposal_id_key" ON "holding"("district_id", "proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "tranche_district_id_holding_id_number_key" ON "tranche"("district_id", "holding_id", "number");

-- CreateIndex
CREATE INDEX "valuation_district_id_holding_id_idx" ON "valuation"("district_id", "holding_id");

-- CreateIndex
CREATE INDEX "holding_exit_district_id_holding_id_idx" ON "holding_exit"("district_id", "holding_id");

-- CreateIndex
CREATE INDEX "bank_district_id_pool_id_idx" ON "bank"("district_id", "pool_id");

-- CreateIndex
CREATE INDEX "credit_score_district_id_project_id_idx" ON "credit_score"("district_id", "project_id");

-- CreateIndex
CREATE INDEX "loan_district_id_project_id_idx" ON "loan"("district_id", "project_id");

-- CreateIndex
CREATE INDEX "loan_district_id_bank_id_idx" ON "loan"("district_id", "bank_id");

-- CreateIndex
CREATE UNIQUE INDEX "loan_payment_district_id_loan_id_reference_key" ON "loan_payment"("district_id", "loan_id", "reference");

-- CreateIndex
CREATE INDEX "project_grant_district_id_scheme_id_idx" ON "project_grant"("district_id", "scheme_id");

-- CreateIndex
CREATE INDEX "project_grant_district_id_project_id_idx" ON "project_grant"("district_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "instalment_district_id_grant_id_number_key" ON "instalment"("district_id", "grant_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "spending_district_id_grant_id_voucher_key" ON "spending"("district_id", "grant_id", "voucher");

-- CreateIndex
CREATE INDEX "subsidy_claim_district_id_subsidy_id_idx" ON "subsidy_claim"("district_id", "subsidy_id");

-- CreateIndex
CREATE INDEX "subsidy_claim_district_id_project_id_idx" ON "subsidy_claim"("district_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_district_id_owner_id_part_key" ON "ledger_account"("district_id", "owner_id", "part");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_district_id_id_book_key" ON "ledger_account"("district_id", "id", "book");

-- CreateIndex
CREATE INDEX "transfer_district_id_from_id_on_idx" ON "transfer"("district_id", "from_id", "on");

-- CreateIndex
CREATE INDEX "transfer_district_id_to_id_on_idx" ON "transfer"("district_id", "to_id", "on");

-- CreateIndex
CREATE INDEX "transfer_district_id_about_id_idx" ON "transfer"("district_id", "about_id");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_district_id_ground_key" ON "transfer"("district_id", "ground");

-- AddForeignKey
ALTER TABLE "institute" ADD CONSTRAINT "institute_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institute_agreement" ADD CONSTRAINT "institute_agreement_district_id_institute_id_fkey" FOREIGN KEY ("district_id", "institute_id") REFERENCES "institute"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_project" ADD CONSTRAINT "joint_project_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_project" ADD CONSTRAINT "joint_project_district_id_institute_id_fkey" FOREIGN KEY ("district_id", "institute_id") REFERENCES "institute"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "research_platform" ADD CONSTRAINT "research_platform_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "research_platform" ADD CONSTRAINT "research_platform_district_id_institute_id_fkey" FOREIGN KEY ("district_id", "institute_id") REFERENCES "institute"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promotion" ADD CONSTRAINT "promotion_district_id_institute_id_fkey" FOREIGN KEY ("district_id", "institute_id") REFERENCES "institute"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solver" ADD CONSTRAINT "solver_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solver" ADD CONSTRAINT "solver_district_id_institute_id_fkey" FOREIGN KEY ("district_id", "institute_id") REFERENCES "institute"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "solver_work" ADD CONSTRAINT "solver_work_district_id_solver_id_fkey" FOREIGN KEY ("district_id", "solver_id") REFERENCES "solver"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_district_id_problem_id_fkey" FOREIGN KEY ("district_id", "problem_id") REFERENCES "problem"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_district_id_solver_id_fkey" FOREIGN KEY ("district_id", "solver_id") REFERENCES "solver"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technology_manager" ADD CONSTRAINT "technology_manager_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technology_contract" ADD CONSTRAINT "technology_contract_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technology_contract" ADD CONSTRAINT "technology_contract_district_id_problem_id_fkey" FOREIGN KEY ("district_id", "problem_id") REFERENCES "problem"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technology_contract" ADD CONSTRAINT "technology_contract_district_id_manager_id_fkey" FOREIGN KEY ("district_id", "manager_id") REFERENCES "technology_manager"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "achievement" ADD CONSTRAINT "achievement_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "achievement" ADD CONSTRAINT "achievement_district_id_problem_id_fkey" FOREIGN KEY ("district_id", "problem_id") REFERENCES "problem"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoy_team" ADD CONSTRAINT "envoy_team_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoy" ADD CONSTRAINT "envoy_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoy" ADD CONSTRAINT "envoy_district_id_team_id_fkey" FOREIGN KEY ("district_id", "team_id") REFERENCES "envoy_team"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatch" ADD CONSTRAINT "dispatch_district_id_envoy_id_fkey" FOREIGN KEY ("district_id", "envoy_id") REFERENCES "envoy"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoy_service" ADD CONSTRAINT "envoy_service_district_id_envoy_id_fkey" FOREIGN KEY ("district_id", "envoy_id") REFERENCES "envoy"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoy_service" ADD CONSTRAINT "envoy_service_district_id_dispatch_id_fkey" FOREIGN KEY ("district_id", "dispatch_id") REFERENCES "dispatch"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoy_activity" ADD CONSTRAINT "envoy_activity_district_id_team_id_fkey" FOREIGN KEY ("district_id", "team_id") REFERENCES "envoy_team"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoy_brought" ADD CONSTRAINT "envoy_brought_district_id_envoy_id_fkey" FOREIGN KEY ("district_id", "envoy_id") REFERENCES "envoy"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoy_appraisal" ADD CONSTRAINT "envoy_appraisal_district_id_envoy_id_fkey" FOREIGN KEY ("district_id", "envoy_id") REFERENCES "envoy"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoy_payment" ADD CONSTRAINT "envoy_payment_district_id_envoy_id_fkey" FOREIGN KEY ("district_id", "envoy_id") REFERENCES "envoy"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_contributor" ADD CONSTRAINT "fund_contributor_district_id_fund_id_fkey" FOREIGN KEY ("district_id", "fund_id") REFERENCES "seed_fund"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_proposal" ADD CONSTRAINT "fund_proposal_district_id_fund_id_fkey" FOREIGN KEY ("district_id", "fund_id") REFERENCES "seed_fund"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_proposal" ADD CONSTRAINT "fund_proposal_district_id_follows_id_fkey" FOREIGN KEY ("district_id", "follows_id") REFERENCES "holding"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_vote" ADD CONSTRAINT "fund_vote_district_id_proposal_id_fkey" FOREIGN KEY ("district_id", "proposal_id") REFERENCES "fund_proposal"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holding" ADD CONSTRAINT "holding_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holding" ADD CONSTRAINT "holding_district_id_fund_id_fkey" FOREIGN KEY ("district_id", "fund_id") REFERENCES "seed_fund"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holding" ADD CONSTRAINT "holding_district_id_proposal_id_fkey" FOREIGN KEY ("district_id", "proposal_id") REFERENCES "fund_proposal"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tranche" ADD CONSTRAINT "tranche_district_id_holding_id_fkey" FOREIGN KEY ("district_id", "holding_id") REFERENCES "holding"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "valuation" ADD CONSTRAINT "valuation_district_id_holding_id_fkey" FOREIGN KEY ("district_id", "holding_id") REFERENCES "holding"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holding_exit" ADD CONSTRAINT "holding_exit_district_id_holding_id_fkey" FOREIGN KEY ("district_id", "holding_id") REFERENCES "holding"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_pool" ADD CONSTRAINT "credit_pool_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank" ADD CONSTRAINT "bank_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank" ADD CONSTRAINT "bank_district_id_pool_id_fkey" FOREIGN KEY ("district_id", "pool_id") REFERENCES "credit_pool"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_score" ADD CONSTRAINT "credit_score_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loan" ADD CONSTRAINT "loan_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loan" ADD CONSTRAINT "loan_district_id_pool_id_fkey" FOREIGN KEY ("district_id", "pool_id") REFERENCES "credit_pool"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loan" ADD CONSTRAINT "loan_district_id_bank_id_fkey" FOREIGN KEY ("district_id", "bank_id") REFERENCES "bank"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loan" ADD CONSTRAINT "loan_district_id_score_id_fkey" FOREIGN KEY ("district_id", "score_id") REFERENCES "credit_score"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loan_due" ADD CONSTRAINT "loan_due_district_id_loan_id_fkey" FOREIGN KEY ("district_id", "loan_id") REFERENCES "loan"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loan_payment" ADD CONSTRAINT "loan_payment_district_id_loan_id_fkey" FOREIGN KEY ("district_id", "loan_id") REFERENCES "loan"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme" ADD CONSTRAINT "scheme_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_grant" ADD CONSTRAINT "project_grant_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_grant" ADD CONSTRAINT "project_grant_district_id_scheme_id_fkey" FOREIGN KEY ("district_id", "scheme_id") REFERENCES "scheme"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instalment" ADD CONSTRAINT "instalment_district_id_grant_id_fkey" FOREIGN KEY ("district_id", "grant_id") REFERENCES "project_grant"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending" ADD CONSTRAINT "spending_district_id_grant_id_fkey" FOREIGN KEY ("district_id", "grant_id") REFERENCES "project_grant"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subsidy" ADD CONSTRAINT "subsidy_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subsidy_claim" ADD CONSTRAINT "subsidy_claim_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subsidy_claim" ADD CONSTRAINT "subsidy_claim_district_id_subsidy_id_fkey" FOREIGN KEY ("district_id", "subsidy_id") REFERENCES "subsidy"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_district_id_from_id_book_fkey" FOREIGN KEY ("district_id", "from_id", "book") REFERENCES "ledger_account"("district_id", "id", "book") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_district_id_to_id_book_fkey" FOREIGN KEY ("district_id", "to_id", "book") REFERENCES "ledger_account"("district_id", "id", "book") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What moved before there were books, posted as it was put down: a fund's capital is taken as pledged and paid in by one contributor.
UPDATE "seed_fund" SET "committee" = '{}', "checklist" = '[{"key":"registration","zh":"主体资格与股权结构","en":"registration and who owns it"},{"key":"team","zh":"团队与核心人员","en":"the team"},{"key":"technology","zh":"技术与知识产权权属","en":"the technology, and whose it is"},{"key":"market","zh":"市场与竞争","en":"market and competition"},{"key":"finance","zh":"财务与税务","en":"finance and tax"},{"key":"legal","zh":"诉讼、处罚与失信记录","en":"law suits, penalties, dishonesty"}]';
ALTER TABLE "seed_fund" ALTER COLUMN "checklist" DROP DEFAULT, ALTER COLUMN "majority" DROP DEFAULT, ALTER COLUMN "quorum" DROP DEFAULT;
INSERT INTO "fund_contributor" SELECT district_id, gen_random_uuid(), id, '区财政', capital FROM "seed_fund";
CREATE TEMP TABLE "before" AS
  SELECT f.district_id, f.id AS from_owner, 'pledged:' || c.id AS from_part, NULL::bigint AS from_floor, f.id AS to_owner, 'free' AS to_part, 'promise' AS book, c.pledged AS amount, to_char(a.created_at, 'YYYY-MM-DD') AS "on", 'pledge:' || c.id AS ground, f.id AS about, a.created_at AS at
    FROM "seed_fund" f JOIN "fund_contributor" c ON c.district_id = f.district_id AND c.fund_id = f.id JOIN "aggregate" a ON a.district_id = f.district_id AND a.id = f.id
  UNION ALL SELECT f.district_id, f.id, 'contributor:' || c.id, -c.pledged, f.id, 'cash', 'money', c.pledged, to_char(a.created_at, 'YYYY-MM-DD'), 'drawdown:' || f.id || ':' || c.id, f.id, a.created_at
    FROM "seed_fund" f JOIN "fund_contributor" c ON c.district_id = f.district_id AND c.fund_id = f.id JOIN "aggregate" a ON a.district_id = f.district_id AND a.id = f.id
  UNION ALL SELECT i.district_id, i.fund_id, 'free', 0, i.fund_id, 'promised', 'promise', i.amount, i.paid_on, 'promise:' || i.id, i.id, a.created_at FROM "investment" i JOIN "aggregate" a ON a.district_id = i.district_id AND a.id = i.id
  UNION ALL SELECT i.district_id, i.fund_id, 'promised', 0, i.fund_id, 'invested', 'promise', i.amount, i.paid_on, 'investment:' || i.id || ':invested', i.id, a.created_at FROM "investment" i JOIN "aggregate" a ON a.district_id = i.district_id AND a.id = i.id
  UNION ALL SELECT i.district_id, i.fund_id, 'cash', 0, i.project_id, 'investment', 'money', i.amount, i.paid_on, 'investment:' || i.id, i.id, a.created_at FROM "investment" i JOIN "aggregate" a ON a.district_id = i.district_id AND a.id = i.id
  UNION ALL SELECT w.district_id, w.district_id, 'purse', NULL, e.project_id, 'prizes', 'money', w.money, w.paid_on, 'award:' || w.id || ':' || a.version, w.id, a.updated_at
    FROM "award" w JOIN "entry" e ON e.district_id = w.district_id AND e.id = w.entry_id JOIN "aggregate" a ON a.district_id = w.district_id AND a.id = w.id WHERE w.paid_on IS NOT NULL AND w.money > 0
  UNION ALL SELECT r.district_id, i.project_id, 'rent', NULL, l.platform_id, 'rent', 'money', r.amount, r."on", 'rent:' || r.id, l.id, a.updated_at
    FROM "rent_payment" r JOIN "lease" l ON l.district_id = r.district_id AND l.id = r.lease_id JOIN "incubatee" i ON i.district_id = l.district_id AND i.id = l.incubatee_id JOIN "aggregate" a ON a.district_id = l.district_id AND a.id = l.id WHERE r.amount > 0
  UNION ALL SELECT b.district_id, b.project_id, 'facilities', NULL, b.platform_id, 'facilities', 'money', b.charge, b.paid_on, 'booking:' || b.id, b.id, a.updated_at
    FROM "booking" b JOIN "aggregate" a ON a.district_id = b.district_id AND a.id = b.id WHERE b.paid_on IS NOT NULL AND b.charge > 0;
INSERT INTO "ledger_account" (district_id, id, owner_id, part, book, balance, floor)
SELECT district_id, gen_random_uuid(), owner, part, book, 0, CASE WHEN bool_or(source AND floor IS NULL) THEN NULL ELSE min(floor) END
FROM (SELECT district_id, from_owner AS owner, from_part AS part, book, from_floor AS floor, true AS source FROM "before" UNION ALL SELECT district_id, to_owner, to_part, book, 0, false FROM "before") pots
GROUP BY district_id, owner, part, book;
INSERT INTO "transfer" (district_id, id, from_id, to_id, book, amount, "on", ground, about_id, at, "by")
SELECT b.district_id, gen_random_uuid(), f.id, t.id, b.book, b.amount, b."on", b.ground, b.about, b.at, 'system:migration'
FROM "before" b JOIN "ledger_account" f ON f.district_id = b.district_id AND f.owner_id = b.from_owner AND f.part = b.from_part
JOIN "ledger_account" t ON t.district_id = b.district_id AND t.owner_id = b.to_owner AND t.part = b.to_part;
UPDATE "ledger_account" a SET balance = (SELECT coalesce(sum(CASE WHEN t.to_id = a.id THEN t.amount ELSE -t.amount END), 0) FROM "transfer" t WHERE t.district_id = a.district_id AND (t.to_id = a.id OR t.from_id = a.id));
DROP TABLE "before";
ALTER TABLE "seed_fund" DROP COLUMN "capital", DROP COLUMN "committed";

-- What the books never let happen, whatever asks for it.
ALTER TABLE "ledger_account" ADD CONSTRAINT "ledger_account_floor" CHECK (balance >= floor);
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_moves" CHECK (amount > 0 AND from_id <> to_id);
CREATE FUNCTION "transfer_stays"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'A transfer is never changed or removed'; END $$;
CREATE TRIGGER "transfer_stays" BEFORE UPDATE OR DELETE ON "transfer" FOR EACH ROW EXECUTE FUNCTION "transfer_stays"();
CREATE UNIQUE INDEX "subsidy_claim_ground" ON "subsidy_claim" (district_id, ground) WHERE lives;

-- Who runs a fund is near to what it holds.
CREATE OR REPLACE VIEW "tie_of" AS
SELECT district_id, person_id, project_id, kind FROM "tie" WHERE project_id IS NOT NULL
UNION
SELECT t.district_id, t.person_id, p.id, t.kind FROM "tie" t JOIN "project" p ON p.district_id = t.district_id AND p.organisation_id = t.organisation_id
UNION
SELECT g.district_id, g.person_id, i.project_id, 'host' FROM "role_grant" g JOIN "stay" i ON i.district_id = g.district_id AND i.platform_id = g.scope_id
WHERE g.role = 'platform-manager'
UNION
SELECT m.district_id, m.person_id, s.project_id, 'mentor' FROM "mentor" m JOIN "mentor_session" s ON s.district_id = m.district_id AND s.mentor_id = m.id
WHERE m.person_id IS NOT NULL
UNION
SELECT g.district_id, g.person_id, h.project_id, 'fund' FROM "role_grant" g JOIN "holding" h ON h.district_id = g.district_id AND h.fund_id = g.scope_id
WHERE g.role = 'fund-manager';

-- A command writes an aggregate after the rows that belong to it.
DO $$
DECLARE constraint_row RECORD;
BEGIN
  FOR constraint_row IN
    SELECT conrelid::regclass AS table_name, conname FROM pg_constraint
    WHERE contype = 'f' AND confrelid = 'aggregate'::regclass AND NOT condeferrable
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', constraint_row.table_name, constraint_row.conname);
  END LOOP;
END $$;
