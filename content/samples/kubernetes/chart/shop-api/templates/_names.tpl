{{- /* Routes and monitoring ask for the Service by this name, whatever the release is called. */ -}}
{{- define "shop-api.name" -}}
{{ .Values.fullnameOverride | default .Release.Name }}
{{- end }}

{{- /* A digest names one content for ever; a tag can be pushed again. */ -}}
{{- define "shop-api.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end }}
