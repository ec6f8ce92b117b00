import { IsISO8601, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../may-be-absent';

export class CreateApiKeyRequest {
  /** What the key is for. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  /** User that the key acts for; the caller when absent. */
  @MayBeAbsent()
  @IsUUID()
  userId?: string;

  /** What the key may do; what its user may when absent. */
  @MayBeAbsent()
  @IsUUID()
  roleId?: string;

  /** RFC 3339; never when absent. */
  @MayBeAbsent()
  @IsISO8601({ strict: true })
  expiresAt?: string;
}
