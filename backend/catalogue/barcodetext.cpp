// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/barcodetext.h"

namespace tp::catalogue {

std::string barcodesToJson(const QStringList &barcodes)
{
    std::string json = "[";
    for (const QString &barcode : barcodes) {
        json.append(json.size() > 1 ? ",\"" : "\"");
        for (const char character : barcode.toStdString()) {
            if (character == '"' || character == '\\')
                json.push_back('\\');
            json.push_back(character);
        }
        json.push_back('"');
    }
    json.push_back(']');
    return json;
}

QStringList barcodesFromJson(std::string_view json)
{
    QStringList barcodes;
    std::string barcode;
    bool isInside = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (json[i] == '"') {
            if (isInside)
                barcodes.append(QString::fromStdString(barcode));
            barcode.clear();
            isInside = !isInside;
        } else if (isInside) {
            i += json[i] == '\\' ? 1 : 0;
            barcode.push_back(json[i]);
        }
    }
    return barcodes;
}

} // namespace tp::catalogue
