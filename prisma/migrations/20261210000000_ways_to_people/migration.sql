-- AlterTable
ALTER TABLE "person" ADD COLUMN     "phone" TEXT,
ADD COLUMN     "phone_asked" TEXT,
ADD COLUMN     "phone_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "phone_tries" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "notice_setting" ADD COLUMN     "text" BOOLEAN;

-- AlterTable
ALTER TABLE "notice_habits" ADD COLUMN     "texts" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "auth_passkey" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "publicKey" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "credentialID" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "deviceType" TEXT NOT NULL,
    "backedUp" BOOLEAN NOT NULL,
    "transports" TEXT,
    "createdAt" TIMESTAMPTZ(3),
    "aaguid" TEXT,

    CONSTRAINT "auth_passkey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "auth_passkey_credentialID_key" ON "auth_passkey"("credentialID");

-- CreateIndex
CREATE INDEX "auth_passkey_userId_idx" ON "auth_passkey"("userId");

-- AddForeignKey
ALTER TABLE "auth_passkey" ADD CONSTRAINT "auth_passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "round" ADD COLUMN     "pitches_between" INTEGER NOT NULL DEFAULT 2,
ADD COLUMN     "pitches_from" TIMESTAMPTZ(3);
