-- CreateIndex
CREATE INDEX "audit_entry_district_id_command_at_idx" ON "audit_entry"("district_id", "command", "at");
