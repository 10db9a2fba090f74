-- Contests, second half: rounds by plan, pitch days, public votes, meetings, versions of results, objections, prizes.

-- AlterTable
ALTER TABLE "contest" ADD COLUMN     "desks" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "announce_unit" TEXT NOT NULL DEFAULT 'working',
ADD COLUMN     "answer_days" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "columns" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "diligence" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "first_day_counts" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "plans" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "thresholds" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "judge_invitation" ADD COLUMN     "organiser" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "round" ADD COLUMN     "board" TEXT NOT NULL DEFAULT 'off',
ADD COLUMN     "cap" DOUBLE PRECISION,
ADD COLUMN     "frozen_at" TIMESTAMPTZ(3),
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'judging',
ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'cheapest',
ADD COLUMN     "only" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "panel" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "phase" TEXT,
ADD COLUMN     "phase_ends_at" TIMESTAMPTZ(3),
ADD COLUMN     "pitching" UUID,
ADD COLUMN     "plan" JSONB,
ADD COLUMN     "rebuttal_until" TIMESTAMPTZ(3),
ADD COLUMN     "rooms" JSONB,
ADD COLUMN     "stage" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "unveiled" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "scoring" SET DEFAULT '{}';

-- AlterTable
ALTER TABLE "score_sheet" ADD COLUMN     "cleared" JSONB,
ADD COLUMN     "draft" JSONB,
ADD COLUMN     "draft_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "later" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "mark" ADD COLUMN     "comment" TEXT;

-- AlterTable
ALTER TABLE "standing" ADD COLUMN     "disputed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "goes_on" BOOLEAN,
ADD COLUMN     "goes_on_why" TEXT,
ADD COLUMN     "keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "pitched_at" TIMESTAMPTZ(3),
ADD COLUMN     "room" TEXT,
ADD COLUMN     "slot" INTEGER;

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "desk" TEXT NOT NULL DEFAULT 'contestants';

-- CreateTable
CREATE TABLE "draw" (
    "district_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "drawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "draw_pkey" PRIMARY KEY ("district_id","round_id","purpose")
);

-- CreateTable
CREATE TABLE "comparison" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "judge_id" UUID NOT NULL,
    "better" UUID NOT NULL,
    "worse" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comparison_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "vote" (
    "district_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "held" TEXT,
    "settled_by" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "vote_pkey" PRIMARY KEY ("district_id","round_id","person_id")
);

-- CreateTable
CREATE TABLE "remark" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "remark_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "rebuttal" (
    "district_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rebuttal_pkey" PRIMARY KEY ("district_id","round_id","entry_id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "members" UUID[],
    "current" UUID,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "district_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "decision" TEXT,
    "note" TEXT,
    "out" UUID[] DEFAULT ARRAY[]::UUID[],
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("district_id","meeting_id","entry_id")
);

-- CreateTable
CREATE TABLE "office_message" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sent_by" UUID NOT NULL,
    "sent_to" UUID[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "office_message_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "diligence" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "findings" JSONB NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "diligence_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "announcement" (
    "district_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "reason" TEXT,
    "results" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("district_id","call_id","version")
);

-- CreateTable
CREATE TABLE "objection" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "entry_id" UUID,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TEXT NOT NULL,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "objection_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "award" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "prize" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "money" BIGINT NOT NULL,
    "paid_on" TEXT,
    "paid_ref" TEXT,
    "code" TEXT NOT NULL,

    CONSTRAINT "award_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "fund_proposal" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "fund_proposal_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "comparison_district_id_round_id_judge_id_better_worse_key" ON "comparison"("district_id", "round_id", "judge_id", "better", "worse");

-- CreateIndex
CREATE INDEX "vote_district_id_round_id_place_idx" ON "vote"("district_id", "round_id", "place");

-- CreateIndex
CREATE INDEX "remark_district_id_round_id_entry_id_idx" ON "remark"("district_id", "round_id", "entry_id");

-- CreateIndex
CREATE INDEX "meeting_district_id_round_id_idx" ON "meeting"("district_id", "round_id");

-- CreateIndex
CREATE INDEX "office_message_district_id_round_id_idx" ON "office_message"("district_id", "round_id");

-- CreateIndex
CREATE INDEX "diligence_district_id_entry_id_idx" ON "diligence"("district_id", "entry_id");

-- CreateIndex
CREATE INDEX "objection_district_id_call_id_idx" ON "objection"("district_id", "call_id");

-- CreateIndex
CREATE INDEX "award_district_id_call_id_idx" ON "award"("district_id", "call_id");

-- CreateIndex
CREATE UNIQUE INDEX "award_district_id_code_key" ON "award"("district_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "award_district_id_entry_id_key" ON "award"("district_id", "entry_id");

-- CreateIndex
CREATE INDEX "fund_proposal_district_id_project_id_idx" ON "fund_proposal"("district_id", "project_id");

-- AddForeignKey
ALTER TABLE "draw" ADD CONSTRAINT "draw_district_id_round_id_fkey" FOREIGN KEY ("district_id", "round_id") REFERENCES "round"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_district_id_round_id_fkey" FOREIGN KEY ("district_id", "round_id") REFERENCES "round"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_district_id_round_id_fkey" FOREIGN KEY ("district_id", "round_id") REFERENCES "round"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remark" ADD CONSTRAINT "remark_district_id_round_id_fkey" FOREIGN KEY ("district_id", "round_id") REFERENCES "round"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebuttal" ADD CONSTRAINT "rebuttal_district_id_round_id_fkey" FOREIGN KEY ("district_id", "round_id") REFERENCES "round"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_district_id_round_id_fkey" FOREIGN KEY ("district_id", "round_id") REFERENCES "round"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_district_id_meeting_id_fkey" FOREIGN KEY ("district_id", "meeting_id") REFERENCES "meeting"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_message" ADD CONSTRAINT "office_message_district_id_round_id_fkey" FOREIGN KEY ("district_id", "round_id") REFERENCES "round"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "diligence" ADD CONSTRAINT "diligence_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_district_id_call_id_fkey" FOREIGN KEY ("district_id", "call_id") REFERENCES "call"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_district_id_call_id_fkey" FOREIGN KEY ("district_id", "call_id") REFERENCES "call"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fund_proposal" ADD CONSTRAINT "fund_proposal_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Every call so far had one round, by its own rubric; editions brought in have none.
UPDATE "call" SET plans = jsonb_build_array(jsonb_build_object(
  'key', 'round-1', 'name', '网评', 'way', 'scored', 'seating', 'assigned', 'rubric', rubric, 'scoring', 'trimmed-mean', 'places', 2, 'drop', 1, 'dropFrom', 5,
  'ties', '[]'::jsonb, 'quorum', quorum, 'wildcards', 0, 'veto', false, 'discussion', false)) WHERE rubric <> '[]'::jsonb;
UPDATE "round" r SET plan = c.plans -> 0 FROM "call" c WHERE c.district_id = r.district_id AND c.id = r.call_id AND c.plans <> '[]'::jsonb;
INSERT INTO "draw" (district_id, round_id, purpose, seed, commitment)
SELECT r.district_id, r.id, p.purpose, s.seed, encode(sha256(convert_to(s.seed, 'UTF8')), 'hex')
FROM "round" r CROSS JOIN (VALUES ('lot'), ('assignment')) AS p(purpose) CROSS JOIN LATERAL (SELECT replace(gen_random_uuid()::text, '-', '') || r.id || p.purpose AS seed) s WHERE r.plan IS NOT NULL;
ALTER TABLE "call" DROP COLUMN "rubric", DROP COLUMN "scoring", DROP COLUMN "quorum";

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
