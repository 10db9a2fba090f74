-- CreateIndex
CREATE INDEX "tally_district_id_aggregate_id_idx" ON "tally"("district_id", "aggregate_id");

-- CreateIndex
CREATE INDEX "delivery_district_id_try_at_notification_id_idx" ON "delivery"("district_id", "try_at" DESC, "notification_id");

-- CreateIndex
CREATE INDEX "audit_entry_district_id_actor_at_idx" ON "audit_entry"("district_id", "actor", "at");
