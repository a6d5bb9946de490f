# #region setup
terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }

  backend "s3" {
    bucket       = "shop-terraform-state"
    key          = "shop/production.tfstate"
    region       = "eu-central-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "eu-central-1"
  default_tags {
    tags = { project = "shop", owner = "team-shop" }
  }
}
# #endregion setup

variable "bucket_suffix" {
  description = "Makes the bucket names unique; all of AWS shares one name space."
  type        = string
}

variable "disposable" {
  description = "True for a practice environment: `terraform destroy` may delete photos and database."
  type        = bool
  default     = false
}

variable "alarm_email" {
  description = "Who is told when an alarm fires."
  type        = string
}
