import { ArrayMaxSize, IsArray, IsISO8601, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsIpRange } from '../ip-range';
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

  /** Addresses and ranges (`203.0.113.0/24`) from which alone the key is taken; any when absent or empty. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @MaxLength(64, { each: true })
  @IsIpRange()
  ipRanges?: string[];

  /** RFC 3339; never when absent. */
  @MayBeAbsent()
  @IsISO8601({ strict: true })
  expiresAt?: string;
}
