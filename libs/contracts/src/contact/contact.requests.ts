import { PartialType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { AddressedRequest } from '../address.requests';
import { IsTags } from '../tags';

export class CreateContactRequest extends AddressedRequest {
  /** Words to find it by, up to 50. */
  @IsTags()
  tags?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(120)
  firstName?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  lastName?: string | null;

  /** Unique among live contacts, ignoring case. Required unless the installation says otherwise. */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string | null;

  /** Kept as given; the E.164 form stands beside it where the number can be read. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  phone?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  mobile?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  title?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  department?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  leadSource?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  leadStatus?: string | null;

  /** `lead` when absent. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  lifecycleStage?: string | null;

  @IsOptional()
  @IsUUID()
  companyId?: string | null;
}

export class UpdateContactRequest extends PartialType(CreateContactRequest, { skipNullProperties: false }) {}

export class MergeContactsRequest {
  /** Contacts that become part of the one in the path; 1 to 50. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  duplicateIds: string[];
}
