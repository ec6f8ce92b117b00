import { PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ExternalKeyRequest } from '../record.requests';
import { MayBeAbsent } from '../may-be-absent';

export class CreateUserRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  /** Unique among live users, ignoring case. A user without one cannot sign in. */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string | null;

  @IsOptional()
  @IsUUID()
  teamId?: string | null;

  /** What the user may do; the role `rep` when absent. */
  @MayBeAbsent()
  @IsUUID()
  roleId?: string;

  /** A disabled user can neither sign in nor use a key; what it owns stays. */
  @MayBeAbsent()
  @IsIn(['active', 'disabled'])
  status?: 'active' | 'disabled';

  /** A service account has no password: it acts by API keys alone. */
  @MayBeAbsent()
  @IsIn(['person', 'service'])
  kind?: 'person' | 'service';

  /** Never answered. Without one the user cannot sign in. */
  @MayBeAbsent()
  @IsString()
  @MinLength(10)
  @MaxLength(200)
  password?: string;

  /** Keys by which other systems know the user; unique among live users. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ExternalKeyRequest)
  externalKeys?: ExternalKeyRequest[];
}

export class UpdateUserRequest extends PartialType(CreateUserRequest, { skipNullProperties: false }) {
  /** Wanted with `password` from who may not manage users. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  currentPassword?: string;
}
