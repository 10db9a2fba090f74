-- Checkpoints are numbered in the order they were made: clocks run apart, and two processes may make one at the same moment.
ALTER TABLE "checkpoint" ADD COLUMN "number" INTEGER;
UPDATE "checkpoint" c SET number = n.number
FROM (SELECT district_id, id, row_number() OVER (PARTITION BY district_id ORDER BY at, id) AS number FROM "checkpoint") n
WHERE n.district_id = c.district_id AND n.id = c.id;
ALTER TABLE "checkpoint" ALTER COLUMN "number" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "checkpoint_district_id_number_key" ON "checkpoint"("district_id", "number");
