-- AlterTable
ALTER TABLE "contest" ADD COLUMN     "cloned_from" UUID,
ADD COLUMN     "sponsors" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "uppers" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "blind" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "declaration" JSONB,
ADD COLUMN     "entries_per_organisation" INTEGER,
ADD COLUMN     "entries_per_person" INTEGER,
ADD COLUMN     "form_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "late_minutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "late_rule" TEXT NOT NULL DEFAULT 'refuse',
ADD COLUMN     "opens_at" TIMESTAMPTZ(3),
ADD COLUMN     "prizes" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
ADD COLUMN     "timeline" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "verified_only" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "answers" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "carried_from" UUID,
ADD COLUMN     "field" TEXT,
ADD COLUMN     "field_versions" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "form_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "late" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "opposed" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "redactions" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "returned_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "judge_invitation" ADD COLUMN     "max_entries" INTEGER,
ADD COLUMN     "respond_by" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "round" ADD COLUMN     "judge_by" TIMESTAMPTZ(3),
ADD COLUMN     "max_per_judge" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "proposal" JSONB,
ADD COLUMN     "reviews_per_entry" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "score_sheet" ADD COLUMN     "comment" TEXT,
ADD COLUMN     "pulled" TEXT;

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "parent_id" UUID;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "merged_into" UUID;

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "organisation_id" UUID;

-- CreateTable
CREATE TABLE "panel" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contest_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "judges" UUID[],

    CONSTRAINT "panel_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "form" (
    "district_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sections" JSONB NOT NULL,
    "fields" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_pkey" PRIMARY KEY ("district_id","call_id","version")
);

-- CreateTable
CREATE TABLE "submission" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "late" BOOLEAN NOT NULL,
    "receipt" JSONB NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "entry_revision" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "saved" BOOLEAN NOT NULL,

    CONSTRAINT "entry_revision_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "entry_file" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "media_type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "redacts" UUID,
    "text" TEXT,
    "properties" JSONB,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "entry_file_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "name_finding" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,
    "cleared_by" UUID,
    "cleared_at" TIMESTAMPTZ(3),

    CONSTRAINT "name_finding_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "fingerprint" (
    "district_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "shingles" INTEGER NOT NULL,
    "signature" INTEGER[],

    CONSTRAINT "fingerprint_pkey" PRIMARY KEY ("district_id","entry_id")
);

-- CreateTable
CREATE TABLE "fingerprint_band" (
    "district_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "band" INTEGER NOT NULL,
    "hash" INTEGER NOT NULL,

    CONSTRAINT "fingerprint_band_pkey" PRIMARY KEY ("district_id","entry_id","band")
);

-- CreateTable
CREATE TABLE "near_duplicate" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "earlier_id" UUID NOT NULL,
    "similarity" DOUBLE PRECISION NOT NULL,
    "passages" JSONB NOT NULL,
    "dismissed_by" UUID,
    "note" TEXT,

    CONSTRAINT "near_duplicate_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "question" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "for_all" BOOLEAN NOT NULL DEFAULT false,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "advancement" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "upper" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "result" TEXT,
    "result_on" TEXT,

    CONSTRAINT "advancement_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "judge" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "fields" TEXT[],
    "expertise" TEXT,
    "max_entries" INTEGER,

    CONSTRAINT "judge_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "bid" (
    "district_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "judge_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "bid" INTEGER NOT NULL,

    CONSTRAINT "bid_pkey" PRIMARY KEY ("district_id","call_id","judge_id","entry_id")
);

-- CreateTable
CREATE TABLE "conflict" (
    "district_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "judge_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conflict_pkey" PRIMARY KEY ("district_id","entry_id","judge_id","source")
);

-- CreateTable
CREATE TABLE "proposed_pair" (
    "district_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "judge_id" UUID NOT NULL,
    "affinity" INTEGER NOT NULL,

    CONSTRAINT "proposed_pair_pkey" PRIMARY KEY ("district_id","round_id","entry_id","judge_id")
);

-- CreateTable
CREATE TABLE "round_wish" (
    "district_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "judge_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "round_wish_pkey" PRIMARY KEY ("district_id","round_id","entry_id","judge_id")
);

-- CreateTable
CREATE TABLE "tie" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "project_id" UUID,
    "organisation_id" UUID,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "declared_by" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tie_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "merge_request" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "keeper_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,

    CONSTRAINT "merge_request_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "not_the_same" (
    "district_id" UUID NOT NULL,
    "person_a" UUID NOT NULL,
    "person_b" UUID NOT NULL,
    "said_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "not_the_same_pkey" PRIMARY KEY ("district_id","person_a","person_b")
);

-- CreateTable
CREATE TABLE "progress" (
    "district_id" UUID NOT NULL,
    "thing" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "of" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "progress_pkey" PRIMARY KEY ("district_id","thing","step")
);

-- CreateTable
CREATE TABLE "team_invitation" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,

    CONSTRAINT "team_invitation_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "panel_district_id_contest_id_name_key" ON "panel"("district_id", "contest_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "submission_district_id_entry_id_number_key" ON "submission"("district_id", "entry_id", "number");

-- CreateIndex
CREATE INDEX "entry_revision_district_id_entry_id_field_version_idx" ON "entry_revision"("district_id", "entry_id", "field", "version");

-- CreateIndex
CREATE INDEX "entry_file_district_id_entry_id_idx" ON "entry_file"("district_id", "entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "name_finding_district_id_entry_id_place_of_name_key" ON "name_finding"("district_id", "entry_id", "place", "of", "name");

-- CreateIndex
CREATE INDEX "fingerprint_band_district_id_band_hash_idx" ON "fingerprint_band"("district_id", "band", "hash");

-- CreateIndex
CREATE INDEX "near_duplicate_district_id_earlier_id_idx" ON "near_duplicate"("district_id", "earlier_id");

-- CreateIndex
CREATE UNIQUE INDEX "near_duplicate_district_id_entry_id_earlier_id_key" ON "near_duplicate"("district_id", "entry_id", "earlier_id");

-- CreateIndex
CREATE INDEX "question_district_id_call_id_idx" ON "question"("district_id", "call_id");

-- CreateIndex
CREATE UNIQUE INDEX "advancement_district_id_entry_id_upper_key" ON "advancement"("district_id", "entry_id", "upper");

-- CreateIndex
CREATE UNIQUE INDEX "judge_district_id_person_id_key" ON "judge"("district_id", "person_id");

-- CreateIndex
CREATE INDEX "conflict_district_id_call_id_idx" ON "conflict"("district_id", "call_id");

-- CreateIndex
CREATE INDEX "tie_district_id_person_id_idx" ON "tie"("district_id", "person_id");

-- CreateIndex
CREATE INDEX "tie_district_id_project_id_idx" ON "tie"("district_id", "project_id");

-- CreateIndex
CREATE INDEX "merge_request_district_id_keeper_id_idx" ON "merge_request"("district_id", "keeper_id");

-- CreateIndex
CREATE INDEX "merge_request_district_id_other_id_idx" ON "merge_request"("district_id", "other_id");

-- CreateIndex
CREATE INDEX "team_invitation_district_id_project_id_idx" ON "team_invitation"("district_id", "project_id");

-- CreateIndex
CREATE INDEX "judge_invitation_district_id_judge_id_idx" ON "judge_invitation"("district_id", "judge_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_district_id_credit_code_key" ON "organisation"("district_id", "credit_code");

-- CreateIndex
CREATE INDEX "project_district_id_organisation_id_idx" ON "project"("district_id", "organisation_id");

-- AddForeignKey
ALTER TABLE "panel" ADD CONSTRAINT "panel_district_id_contest_id_fkey" FOREIGN KEY ("district_id", "contest_id") REFERENCES "contest"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form" ADD CONSTRAINT "form_district_id_call_id_fkey" FOREIGN KEY ("district_id", "call_id") REFERENCES "call"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_revision" ADD CONSTRAINT "entry_revision_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_file" ADD CONSTRAINT "entry_file_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name_finding" ADD CONSTRAINT "name_finding_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fingerprint" ADD CONSTRAINT "fingerprint_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fingerprint_band" ADD CONSTRAINT "fingerprint_band_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "fingerprint"("district_id", "entry_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_district_id_call_id_fkey" FOREIGN KEY ("district_id", "call_id") REFERENCES "call"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advancement" ADD CONSTRAINT "advancement_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advancement" ADD CONSTRAINT "advancement_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judge" ADD CONSTRAINT "judge_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid" ADD CONSTRAINT "bid_district_id_call_id_fkey" FOREIGN KEY ("district_id", "call_id") REFERENCES "call"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_district_id_call_id_fkey" FOREIGN KEY ("district_id", "call_id") REFERENCES "call"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_district_id_entry_id_fkey" FOREIGN KEY ("district_id", "entry_id") REFERENCES "entry"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_pair" ADD CONSTRAINT "proposed_pair_district_id_round_id_fkey" FOREIGN KEY ("district_id", "round_id") REFERENCES "round"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_wish" ADD CONSTRAINT "round_wish_district_id_round_id_fkey" FOREIGN KEY ("district_id", "round_id") REFERENCES "round"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_district_id_parent_id_fkey" FOREIGN KEY ("district_id", "parent_id") REFERENCES "organisation"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tie" ADD CONSTRAINT "tie_district_id_person_id_fkey" FOREIGN KEY ("district_id", "person_id") REFERENCES "person"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tie" ADD CONSTRAINT "tie_district_id_organisation_id_fkey" FOREIGN KEY ("district_id", "organisation_id") REFERENCES "organisation"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_request" ADD CONSTRAINT "merge_request_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_invitation" ADD CONSTRAINT "team_invitation_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_invitation" ADD CONSTRAINT "team_invitation_district_id_project_id_fkey" FOREIGN KEY ("district_id", "project_id") REFERENCES "project"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language can't say -------------------------------------------------------------------------

-- A row and its aggregate are written by the same transaction, the aggregate last.
DO $$
DECLARE constraint_row record;
BEGIN
  FOR constraint_row IN
    SELECT conrelid::regclass AS table_name, conname FROM pg_constraint
    WHERE contype = 'f' AND confrelid = 'aggregate'::regclass AND NOT condeferrable
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', constraint_row.table_name, constraint_row.conname);
  END LOOP;
END $$;

-- Everything on record that stands between a person and a project: what was declared, and who houses it. A module that
-- keeps more of it adds to this view in its own migration.
CREATE VIEW "tie_of" AS
SELECT district_id, person_id, project_id, kind FROM "tie" WHERE project_id IS NOT NULL
UNION
SELECT t.district_id, t.person_id, p.id, t.kind FROM "tie" t JOIN "project" p ON p.district_id = t.district_id AND p.organisation_id = t.organisation_id
UNION
SELECT g.district_id, g.person_id, i.project_id, 'host' FROM "role_grant" g JOIN "incubatee" i ON i.district_id = g.district_id AND i.platform_id = g.scope_id
WHERE g.role = 'platform-manager';

-- Whoever is alone in a team so far is its owner.
INSERT INTO "role_grant" (district_id, person_id, role, scope_id)
SELECT district_id, person_id, 'owner', scope_id FROM "role_grant" g
WHERE role = 'team' AND NOT EXISTS (SELECT 1 FROM "role_grant" o WHERE o.district_id = g.district_id AND o.scope_id = g.scope_id AND o.role = 'team' AND o.person_id < g.person_id);

-- What was handed in so far is each entry's first submission.
INSERT INTO "submission" (district_id, id, entry_id, number, content, hash, at, late, receipt)
SELECT district_id, gen_random_uuid(), id, 1,
  jsonb_build_object('title', title, 'abstract', abstract, 'organisation', organisation, 'facts', facts, 'answers', '{}'::jsonb, 'form', 0, 'files', '[]'::jsonb),
  receipt ->> 'hash', submitted_at, false, receipt
FROM "entry" WHERE receipt IS NOT NULL;

-- Receipts are kept with the submissions that they are of.
ALTER TABLE "entry" DROP COLUMN "receipt";
