-- AlterTable
ALTER TABLE "park" ADD COLUMN     "level" TEXT NOT NULL DEFAULT 'district',
ADD COLUMN     "steps" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "site" ADD COLUMN     "discharge" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "gas" INTEGER,
ADD COLUMN     "height" DOUBLE PRECISION,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'plot',
ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "load" DOUBLE PRECISION,
ADD COLUMN     "longitude" DOUBLE PRECISION,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "power" INTEGER,
ADD COLUMN     "price" BIGINT,
ADD COLUMN     "retired_on" TEXT,
ADD COLUMN     "water" INTEGER;

-- AlterTable
ALTER TABLE "deal" ADD COLUMN     "consequences" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "credited_to" TEXT,
ADD COLUMN     "declared_on" TEXT,
ADD COLUMN     "invested_by" TEXT,
ADD COLUMN     "land_acceptance" JSONB,
ADD COLUMN     "land_industry" TEXT,
ADD COLUMN     "needs" JSONB,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'chain',
ADD COLUMN     "yield_by" TEXT;

-- AlterTable
ALTER TABLE "quarter_yield" DROP CONSTRAINT "quarter_yield_pkey",
ADD COLUMN     "confirmed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "current" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "energy" DOUBLE PRECISION,
ADD COLUMN     "investment" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "research" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "quarter_yield_pkey" PRIMARY KEY ("district_id", "deal_id", "quarter", "version");

-- CreateTable
CREATE TABLE "enclave_share" (
    "district_id" UUID NOT NULL,
    "park_id" UUID NOT NULL,
    "year" TEXT NOT NULL,
    "output" INTEGER NOT NULL,
    "tax" INTEGER NOT NULL,
    "emission" INTEGER NOT NULL,

    CONSTRAINT "enclave_share_pkey" PRIMARY KEY ("district_id","park_id","year")
);

-- CreateTable
CREATE TABLE "park_task" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "park_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "done_on" TEXT,
    "evidence" TEXT,

    CONSTRAINT "park_task_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "site_hold" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,
    "reason" TEXT,

    CONSTRAINT "site_hold_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "deal_step" (
    "district_id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "planned_on" TEXT,
    "on" TEXT,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "explanation" JSONB,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "by_id" UUID,
    "entered_at" TIMESTAMPTZ(3),

    CONSTRAINT "deal_step_pkey" PRIMARY KEY ("district_id","deal_id","step")
);

-- CreateTable
CREATE TABLE "deal_progress" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "on" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "proof" TEXT NOT NULL,

    CONSTRAINT "deal_progress_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "deal_change" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "deal_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "deal_change_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "yield_review" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "year" TEXT NOT NULL,
    "weights" JSONB NOT NULL,
    "lines" JSONB NOT NULL,
    "public_from" TEXT,
    "public_to" TEXT,

    CONSTRAINT "yield_review_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "yield_of_firm" (
    "district_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "firm" TEXT NOT NULL,
    "credit_code" TEXT,
    "mu" DOUBLE PRECISION NOT NULL,
    "value_added" DOUBLE PRECISION NOT NULL,
    "tax" DOUBLE PRECISION NOT NULL,
    "energy" DOUBLE PRECISION NOT NULL,
    "research" DOUBLE PRECISION NOT NULL,
    "not_graded" TEXT,
    "score" DOUBLE PRECISION,
    "grade" TEXT,
    "parts" JSONB NOT NULL,
    "objection" TEXT,
    "answer" TEXT,

    CONSTRAINT "yield_of_firm_pkey" PRIMARY KEY ("district_id","review_id","firm")
);

-- CreateIndex
CREATE INDEX "park_task_district_id_park_id_idx" ON "park_task"("district_id", "park_id");

-- CreateIndex
CREATE INDEX "site_hold_district_id_site_id_idx" ON "site_hold"("district_id", "site_id");

-- CreateIndex
CREATE INDEX "site_hold_district_id_deal_id_idx" ON "site_hold"("district_id", "deal_id");

-- CreateIndex
CREATE INDEX "deal_progress_district_id_deal_id_idx" ON "deal_progress"("district_id", "deal_id");

-- CreateIndex
CREATE INDEX "deal_change_district_id_deal_id_idx" ON "deal_change"("district_id", "deal_id");

-- CreateIndex
CREATE UNIQUE INDEX "yield_review_district_id_year_key" ON "yield_review"("district_id", "year");

-- AddForeignKey
ALTER TABLE "enclave_share" ADD CONSTRAINT "enclave_share_district_id_park_id_fkey" FOREIGN KEY ("district_id", "park_id") REFERENCES "park"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "park_task" ADD CONSTRAINT "park_task_district_id_park_id_fkey" FOREIGN KEY ("district_id", "park_id") REFERENCES "park"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_hold" ADD CONSTRAINT "site_hold_district_id_site_id_fkey" FOREIGN KEY ("district_id", "site_id") REFERENCES "site"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_hold" ADD CONSTRAINT "site_hold_district_id_deal_id_fkey" FOREIGN KEY ("district_id", "deal_id") REFERENCES "deal"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_step" ADD CONSTRAINT "deal_step_district_id_deal_id_fkey" FOREIGN KEY ("district_id", "deal_id") REFERENCES "deal"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_progress" ADD CONSTRAINT "deal_progress_district_id_deal_id_fkey" FOREIGN KEY ("district_id", "deal_id") REFERENCES "deal"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_change" ADD CONSTRAINT "deal_change_district_id_deal_id_fkey" FOREIGN KEY ("district_id", "deal_id") REFERENCES "deal"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "yield_review" ADD CONSTRAINT "yield_review_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "yield_of_firm" ADD CONSTRAINT "yield_of_firm_district_id_review_id_fkey" FOREIGN KEY ("district_id", "review_id") REFERENCES "yield_review"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A share agreed on before years were told apart holds from the start.
INSERT INTO enclave_share (district_id, park_id, year, output, tax, emission)
SELECT district_id, id, '0000', partner_share, partner_share, partner_share FROM park WHERE partner_share IS NOT NULL;
ALTER TABLE park DROP COLUMN partner_share;

-- A deal was declared on the day it was written, and counts for the park that signed it.
UPDATE deal SET declared_on = to_char(a.created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') FROM aggregate a WHERE a.district_id = deal.district_id AND a.id = deal.id;
ALTER TABLE deal ALTER COLUMN declared_on SET NOT NULL;
UPDATE deal SET credited_to = park.name FROM park WHERE park.district_id = deal.district_id AND park.id = deal.park_id AND deal.site_id IS NOT NULL;

INSERT INTO deal_step (district_id, deal_id, step, "on", entered_at)
SELECT DISTINCT ON (event.district_id, event.aggregate_id, taken.step) event.district_id, event.aggregate_id, taken.step, event.payload ->> 'on', event.at
FROM event JOIN (VALUES ('deal:contracted', 'sign'), ('deal:ground-broken', 'break-ground'), ('deal:built', 'complete'), ('deal:producing', 'start-production'), ('deal:at-capacity', 'reach-capacity')) AS taken (event, step) ON taken.event = event.name
ORDER BY event.district_id, event.aggregate_id, taken.step, event.at;

-- Nobody has the same site twice at once; a hold that ended before it began was given up.
INSERT INTO site_hold (district_id, id, site_id, deal_id, kind, "from")
SELECT deal.district_id, gen_random_uuid(), deal.site_id, deal.id, 'leased', coalesce(deal_step."on", deal.declared_on)
FROM deal JOIN aggregate ON aggregate.district_id = deal.district_id AND aggregate.id = deal.id AND aggregate.state <> 'ended'
LEFT JOIN deal_step ON deal_step.district_id = deal.district_id AND deal_step.deal_id = deal.id AND deal_step.step = 'sign'
WHERE deal.site_id IS NOT NULL;
ALTER TABLE "site_hold" ADD CONSTRAINT "site_hold_overlap" EXCLUDE USING gist (district_id WITH =, site_id WITH =, days("from", "until") WITH &&) WHERE ("until" IS NULL OR "until" >= "from");
CREATE UNIQUE INDEX "quarter_yield_current" ON "quarter_yield" (district_id, deal_id, quarter) WHERE "current";

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
