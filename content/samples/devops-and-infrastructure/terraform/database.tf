resource "aws_db_subnet_group" "shop" {
  name       = "shop"
  subnet_ids = aws_subnet.data[*].id
}

# #region database
resource "aws_db_instance" "shop" {
  identifier     = "shop"
  engine         = "postgres"
  engine_version = "18"
  instance_class = "db.t4g.micro"
  db_name        = "shop"

  allocated_storage     = 20
  max_allocated_storage = 100
  storage_encrypted     = true
  multi_az              = true

  username                    = "shop_admin"
  manage_master_user_password = true # AWS keeps it in Secrets Manager

  db_subnet_group_name    = aws_db_subnet_group.shop.name
  vpc_security_group_ids  = [aws_security_group.database.id]
  publicly_accessible     = false
  backup_retention_period = 14

  deletion_protection = !var.disposable
  skip_final_snapshot = var.disposable
  final_snapshot_identifier = var.disposable ? null : (
    "shop-final-${formatdate("YYYYMMDDhhmm", timestamp())}"
  )

  lifecycle {
    # A new time is no reason to change anything.
    ignore_changes = [final_snapshot_identifier]
  }
}
# #endregion database
