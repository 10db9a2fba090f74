-- AlterTable
ALTER TABLE "platform" ADD COLUMN     "address" TEXT,
ADD COLUMN     "field" TEXT,
ADD COLUMN     "operator" TEXT,
ADD COLUMN     "report_every" TEXT NOT NULL DEFAULT 'quarter',
ADD COLUMN     "running_since" TEXT,
ADD COLUMN     "stated" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "incubatee" ADD COLUMN     "admission" JSONB,
ADD COLUMN     "application_id" UUID,
ADD COLUMN     "certificate" TEXT,
ADD COLUMN     "credit_code" TEXT,
ADD COLUMN     "field" TEXT,
ADD COLUMN     "graduated_on" TEXT,
ADD COLUMN     "need_words" TEXT,
ADD COLUMN     "needs" TEXT[],
ADD COLUMN     "next_platform_id" UUID,
ADD COLUMN     "profile" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "registered_on" TEXT;

-- AlterTable
ALTER TABLE "milestone" ADD COLUMN     "metric" TEXT,
ADD COLUMN     "moved" TEXT[],
ADD COLUMN     "target" BIGINT;

-- What was reported so far becomes the first version of each quarter's figures.
ALTER TABLE "periodic_report" DROP CONSTRAINT "periodic_report_pkey",
ADD COLUMN     "confirmed" TEXT[],
ADD COLUMN     "current" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "figures" JSONB,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "reported_by" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "periodic_report" RENAME COLUMN "quarter" TO "period";
UPDATE "periodic_report" SET figures = jsonb_build_object('revenue', revenue, 'research', research, 'staff', staff, 'validIp', valid_ip);
ALTER TABLE "periodic_report" ALTER COLUMN "figures" SET NOT NULL,
DROP COLUMN "research",
DROP COLUMN "revenue",
DROP COLUMN "staff",
DROP COLUMN "valid_ip",
ADD CONSTRAINT "periodic_report_pkey" PRIMARY KEY ("district_id", "incubatee_id", "period", "version");
UPDATE "deadline" SET payload = (payload - 'quarter') || jsonb_build_object('period', payload -> 'quarter') WHERE name = 'report:due' AND payload ? 'quarter';

-- CreateTable
CREATE TABLE "recognition" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "paper" TEXT,
    "reason" TEXT,
    "explanation" JSONB,

    CONSTRAINT "recognition_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "platform_year" (
    "district_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "year" TEXT NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "platform_year_pkey" PRIMARY KEY ("district_id","platform_id","year")
);

-- CreateTable
CREATE TABLE "building" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "floors" JSONB NOT NULL,

    CONSTRAINT "building_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "unit" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "floor" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "area" DOUBLE PRECISION NOT NULL,
    "desks" INTEGER NOT NULL,
    "price" BIGINT NOT NULL,
    "outline" JSONB,
    "retired_on" TEXT,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "lease" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "incubatee_id" UUID NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "rent" BIGINT NOT NULL,
    "subsidy" INTEGER NOT NULL DEFAULT 0,
    "subsidy_to" TEXT,
    "end_reason" TEXT,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "rent_payment" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "lease_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "on" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "rent_payment_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "facility" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT,
    "price" BIGINT NOT NULL,
    "opens" TEXT NOT NULL,
    "closes" TEXT NOT NULL,
    "retired_on" TEXT,

    CONSTRAINT "facility_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "booking" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,
    "incubatee_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "purpose" TEXT NOT NULL,
    "takes_time" BOOLEAN NOT NULL DEFAULT true,
    "minutes_used" INTEGER,
    "charge" BIGINT,
    "paid_on" TEXT,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "staff" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "professional" BOOLEAN NOT NULL,
    "full_time" BOOLEAN NOT NULL,
    "trained" BOOLEAN NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "mentor" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fields" TEXT[],
    "topics" TEXT[],
    "profile" TEXT NOT NULL,
    "hours" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,

    CONSTRAINT "mentor_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "mentor_session" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "mentor_id" UUID NOT NULL,
    "incubatee_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "takes_time" BOOLEAN NOT NULL DEFAULT true,
    "minutes" INTEGER,
    "notes" TEXT,
    "sheet" JSONB,
    "firm_rating" INTEGER,
    "firm_words" TEXT,

    CONSTRAINT "mentor_session_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "service_given" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "incubatee_id" UUID,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "service_given_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "activity" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "place" TEXT,
    "people" INTEGER,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "activity_attended" (
    "district_id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "incubatee_id" UUID NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "activity_attended_pkey" PRIMARY KEY ("district_id","activity_id","incubatee_id")
);

-- CreateTable
CREATE TABLE "intake" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "cohort_id" UUID,
    "name" TEXT NOT NULL,
    "rubric" JSONB NOT NULL,
    "method" TEXT NOT NULL,
    "reviewers" UUID[],
    "quorum" INTEGER NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "closes_on" TEXT,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "application" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "intake_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "firm" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "needs" TEXT NOT NULL,
    "reason" TEXT,
    "total" TEXT,

    CONSTRAINT "application_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "application_review" (
    "district_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "marks" JSONB NOT NULL,
    "comment" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_review_pkey" PRIMARY KEY ("district_id","application_id","reviewer_id")
);

-- CreateTable
CREATE TABLE "stay" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "incubatee_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "credit_code" TEXT,
    "platform_id" UUID NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,
    "ended" TEXT,
    "reason" TEXT,

    CONSTRAINT "stay_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "flag_action" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "incubatee_id" UUID NOT NULL,
    "flag" TEXT NOT NULL,
    "did" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flag_action_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "programme" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "summary" TEXT NOT NULL,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "cohort" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "call_id" UUID,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "participation" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "cohort_session" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "host" TEXT,
    "place" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "running" UUID[],

    CONSTRAINT "cohort_session_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "cohort_attended" (
    "district_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "participation_id" UUID NOT NULL,

    CONSTRAINT "cohort_attended_pkey" PRIMARY KEY ("district_id","session_id","participation_id")
);

-- CreateTable
CREATE TABLE "demo_interest" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "participation_id" UUID NOT NULL,
    "who" TEXT NOT NULL,
    "wants" TEXT NOT NULL,
    "outcome" TEXT,

    CONSTRAINT "demo_interest_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "cohort_task" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,

    CONSTRAINT "cohort_task_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateTable
CREATE TABLE "task_work" (
    "district_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "participation_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "handed_in_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" TEXT,
    "comment" TEXT,

    CONSTRAINT "task_work_pkey" PRIMARY KEY ("district_id","task_id","participation_id")
);

-- CreateTable
CREATE TABLE "cohort_material" (
    "district_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "cohort_material_pkey" PRIMARY KEY ("district_id","id")
);

-- CreateIndex
CREATE INDEX "recognition_district_id_platform_id_idx" ON "recognition"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "building_district_id_platform_id_idx" ON "building"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "unit_district_id_platform_id_idx" ON "unit"("district_id", "platform_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_district_id_building_id_code_key" ON "unit"("district_id", "building_id", "code");

-- CreateIndex
CREATE INDEX "lease_district_id_incubatee_id_idx" ON "lease"("district_id", "incubatee_id");

-- CreateIndex
CREATE INDEX "lease_district_id_platform_id_idx" ON "lease"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "rent_payment_district_id_lease_id_idx" ON "rent_payment"("district_id", "lease_id");

-- CreateIndex
CREATE INDEX "facility_district_id_platform_id_idx" ON "facility"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "booking_district_id_facility_id_starts_at_idx" ON "booking"("district_id", "facility_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_district_id_incubatee_id_idx" ON "booking"("district_id", "incubatee_id");

-- CreateIndex
CREATE INDEX "staff_district_id_platform_id_idx" ON "staff"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "mentor_district_id_platform_id_idx" ON "mentor"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "mentor_district_id_person_id_idx" ON "mentor"("district_id", "person_id");

-- CreateIndex
CREATE INDEX "mentor_session_district_id_mentor_id_idx" ON "mentor_session"("district_id", "mentor_id");

-- CreateIndex
CREATE INDEX "mentor_session_district_id_incubatee_id_idx" ON "mentor_session"("district_id", "incubatee_id");

-- CreateIndex
CREATE INDEX "service_given_district_id_platform_id_idx" ON "service_given"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "activity_district_id_platform_id_idx" ON "activity"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "intake_district_id_platform_id_idx" ON "intake"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "application_district_id_project_id_idx" ON "application"("district_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "application_district_id_intake_id_project_id_key" ON "application"("district_id", "intake_id", "project_id");

-- CreateIndex
CREATE INDEX "stay_district_id_incubatee_id_idx" ON "stay"("district_id", "incubatee_id");

-- CreateIndex
CREATE INDEX "stay_district_id_platform_id_idx" ON "stay"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "flag_action_district_id_incubatee_id_idx" ON "flag_action"("district_id", "incubatee_id");

-- CreateIndex
CREATE INDEX "programme_district_id_platform_id_idx" ON "programme"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "cohort_district_id_platform_id_idx" ON "cohort"("district_id", "platform_id");

-- CreateIndex
CREATE INDEX "cohort_district_id_call_id_idx" ON "cohort"("district_id", "call_id");

-- CreateIndex
CREATE INDEX "participation_district_id_project_id_idx" ON "participation"("district_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "participation_district_id_cohort_id_project_id_key" ON "participation"("district_id", "cohort_id", "project_id");

-- CreateIndex
CREATE INDEX "cohort_session_district_id_cohort_id_idx" ON "cohort_session"("district_id", "cohort_id");

-- CreateIndex
CREATE INDEX "demo_interest_district_id_session_id_idx" ON "demo_interest"("district_id", "session_id");

-- CreateIndex
CREATE INDEX "cohort_task_district_id_cohort_id_idx" ON "cohort_task"("district_id", "cohort_id");

-- CreateIndex
CREATE INDEX "cohort_material_district_id_cohort_id_idx" ON "cohort_material"("district_id", "cohort_id");

-- CreateIndex
CREATE UNIQUE INDEX "incubatee_district_id_certificate_key" ON "incubatee"("district_id", "certificate");

-- AddForeignKey
ALTER TABLE "recognition" ADD CONSTRAINT "recognition_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "building" ADD CONSTRAINT "building_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_district_id_building_id_fkey" FOREIGN KEY ("district_id", "building_id") REFERENCES "building"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lease" ADD CONSTRAINT "lease_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lease" ADD CONSTRAINT "lease_district_id_unit_id_fkey" FOREIGN KEY ("district_id", "unit_id") REFERENCES "unit"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lease" ADD CONSTRAINT "lease_district_id_incubatee_id_fkey" FOREIGN KEY ("district_id", "incubatee_id") REFERENCES "incubatee"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rent_payment" ADD CONSTRAINT "rent_payment_district_id_lease_id_fkey" FOREIGN KEY ("district_id", "lease_id") REFERENCES "lease"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_district_id_facility_id_fkey" FOREIGN KEY ("district_id", "facility_id") REFERENCES "facility"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_district_id_incubatee_id_fkey" FOREIGN KEY ("district_id", "incubatee_id") REFERENCES "incubatee"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor" ADD CONSTRAINT "mentor_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor" ADD CONSTRAINT "mentor_district_id_person_id_fkey" FOREIGN KEY ("district_id", "person_id") REFERENCES "person"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_session" ADD CONSTRAINT "mentor_session_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_session" ADD CONSTRAINT "mentor_session_district_id_mentor_id_fkey" FOREIGN KEY ("district_id", "mentor_id") REFERENCES "mentor"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_session" ADD CONSTRAINT "mentor_session_district_id_incubatee_id_fkey" FOREIGN KEY ("district_id", "incubatee_id") REFERENCES "incubatee"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_given" ADD CONSTRAINT "service_given_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_given" ADD CONSTRAINT "service_given_district_id_incubatee_id_fkey" FOREIGN KEY ("district_id", "incubatee_id") REFERENCES "incubatee"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_attended" ADD CONSTRAINT "activity_attended_district_id_activity_id_fkey" FOREIGN KEY ("district_id", "activity_id") REFERENCES "activity"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_attended" ADD CONSTRAINT "activity_attended_district_id_incubatee_id_fkey" FOREIGN KEY ("district_id", "incubatee_id") REFERENCES "incubatee"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_district_id_cohort_id_fkey" FOREIGN KEY ("district_id", "cohort_id") REFERENCES "cohort"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_district_id_intake_id_fkey" FOREIGN KEY ("district_id", "intake_id") REFERENCES "intake"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_review" ADD CONSTRAINT "application_review_district_id_application_id_fkey" FOREIGN KEY ("district_id", "application_id") REFERENCES "application"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incubatee" ADD CONSTRAINT "incubatee_district_id_next_platform_id_fkey" FOREIGN KEY ("district_id", "next_platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stay" ADD CONSTRAINT "stay_district_id_incubatee_id_fkey" FOREIGN KEY ("district_id", "incubatee_id") REFERENCES "incubatee"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stay" ADD CONSTRAINT "stay_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flag_action" ADD CONSTRAINT "flag_action_district_id_incubatee_id_fkey" FOREIGN KEY ("district_id", "incubatee_id") REFERENCES "incubatee"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_district_id_programme_id_fkey" FOREIGN KEY ("district_id", "programme_id") REFERENCES "programme"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_district_id_id_fkey" FOREIGN KEY ("district_id", "id") REFERENCES "aggregate"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_district_id_cohort_id_fkey" FOREIGN KEY ("district_id", "cohort_id") REFERENCES "cohort"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_session" ADD CONSTRAINT "cohort_session_district_id_cohort_id_fkey" FOREIGN KEY ("district_id", "cohort_id") REFERENCES "cohort"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_attended" ADD CONSTRAINT "cohort_attended_district_id_session_id_fkey" FOREIGN KEY ("district_id", "session_id") REFERENCES "cohort_session"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demo_interest" ADD CONSTRAINT "demo_interest_district_id_session_id_fkey" FOREIGN KEY ("district_id", "session_id") REFERENCES "cohort_session"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_task" ADD CONSTRAINT "cohort_task_district_id_cohort_id_fkey" FOREIGN KEY ("district_id", "cohort_id") REFERENCES "cohort"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_work" ADD CONSTRAINT "task_work_district_id_task_id_fkey" FOREIGN KEY ("district_id", "task_id") REFERENCES "cohort_task"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_material" ADD CONSTRAINT "cohort_material_district_id_cohort_id_fkey" FOREIGN KEY ("district_id", "cohort_id") REFERENCES "cohort"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_year" ADD CONSTRAINT "platform_year_district_id_platform_id_fkey" FOREIGN KEY ("district_id", "platform_id") REFERENCES "platform"("district_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What may not overlap, whoever asks at the same time. Days are kept as texts, so their ranges are made of them.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE FUNCTION "days"("first" TEXT, "last" TEXT) RETURNS daterange LANGUAGE sql IMMUTABLE AS $$
  SELECT daterange(
    make_date(left("first", 4)::int, substr("first", 6, 2)::int, right("first", 2)::int),
    CASE WHEN "last" IS NULL THEN NULL ELSE make_date(left("last", 4)::int, substr("last", 6, 2)::int, right("last", 2)::int) END, '[]')
$$;
ALTER TABLE "lease" ADD CONSTRAINT "lease_overlap" EXCLUDE USING gist (district_id WITH =, unit_id WITH =, days("from", "to") WITH &&) WHERE ("to" >= "from");
ALTER TABLE "stay" ADD CONSTRAINT "stay_project_overlap" EXCLUDE USING gist (district_id WITH =, project_id WITH =, days("from", "until") WITH &&) WHERE ("until" IS NULL OR "until" >= "from");
ALTER TABLE "stay" ADD CONSTRAINT "stay_firm_overlap" EXCLUDE USING gist (district_id WITH =, credit_code WITH =, days("from", "until") WITH &&) WHERE (credit_code IS NOT NULL AND ("until" IS NULL OR "until" >= "from"));
ALTER TABLE "booking" ADD CONSTRAINT "booking_overlap" EXCLUDE USING gist (district_id WITH =, facility_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (takes_time);
ALTER TABLE "mentor_session" ADD CONSTRAINT "mentor_session_mentor_overlap" EXCLUDE USING gist (district_id WITH =, mentor_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (takes_time);
ALTER TABLE "mentor_session" ADD CONSTRAINT "mentor_session_firm_overlap" EXCLUDE USING gist (district_id WITH =, incubatee_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (takes_time);

-- Who is in a platform has been there since his contract began; who graduated or left, until that day.
INSERT INTO "stay" (district_id, id, incubatee_id, project_id, platform_id, "from", "until", ended)
SELECT i.district_id, gen_random_uuid(), i.id, i.project_id, i.platform_id, i.contract_from,
  CASE WHEN a.state = 'admitted' THEN NULL ELSE greatest(i.contract_from, to_char(a.updated_at, 'YYYY-MM-DD')) END,
  CASE a.state WHEN 'admitted' THEN NULL ELSE a.state END
FROM "incubatee" i JOIN "aggregate" a ON a.district_id = i.district_id AND a.id = i.id
WHERE i.platform_id IS NOT NULL AND a.state IN ('admitted', 'graduated', 'left');
UPDATE "incubatee" i SET graduated_on = to_char(a.updated_at, 'YYYY-MM-DD'), certificate = upper(right(replace(gen_random_uuid()::text, '-', ''), 16))
FROM "aggregate" a WHERE a.district_id = i.district_id AND a.id = i.id AND a.state = 'graduated';

-- A firm's mentors are near to its project, as its hosts are.
CREATE OR REPLACE VIEW "tie_of" AS
SELECT district_id, person_id, project_id, kind FROM "tie" WHERE project_id IS NOT NULL
UNION
SELECT t.district_id, t.person_id, p.id, t.kind FROM "tie" t JOIN "project" p ON p.district_id = t.district_id AND p.organisation_id = t.organisation_id
UNION
SELECT g.district_id, g.person_id, i.project_id, 'host' FROM "role_grant" g JOIN "stay" i ON i.district_id = g.district_id AND i.platform_id = g.scope_id
WHERE g.role = 'platform-manager'
UNION
SELECT m.district_id, m.person_id, s.project_id, 'mentor' FROM "mentor" m JOIN "mentor_session" s ON s.district_id = m.district_id AND s.mentor_id = m.id
WHERE m.person_id IS NOT NULL;

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
