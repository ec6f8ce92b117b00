import { PartialType } from '@nestjs/swagger';
import { IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../may-be-absent';
import type { FieldRules, Permissions } from '../access/rules';

export class CreateRoleRequest {
  /** Unique among live roles, ignoring case. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  description?: string | null;

  /** By resource and action the scope: `none`, `own`, `team` or `all`; what is not named is `none`. */
  @MayBeAbsent()
  @IsObject()
  permissions?: Permissions;

  /** By resource and field: `hidden` or `readOnly`; custom fields as `customFields.<name>`. */
  @MayBeAbsent()
  @IsObject()
  fields?: FieldRules;
}

export class UpdateRoleRequest extends PartialType(CreateRoleRequest, { skipNullProperties: false }) {}
