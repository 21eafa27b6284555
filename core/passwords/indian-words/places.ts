/** Cities and States, also by the short names that people use. Own list. */
export const PLACE_WORDS = `
  india bharat hindustan mumbai bombay delhi newdelhi dilli bangalore bengaluru chennai madras kolkata calcutta
  hyderabad secunderabad pune ahmedabad amdavad surat jaipur lucknow kanpur nagpur indore bhopal patna vadodara
  baroda ghaziabad noida gurgaon gurugram faridabad ludhiana amritsar jalandhar chandigarh mohali panchkula agra
  varanasi banaras kashi prayagraj allahabad meerut bareilly aligarh moradabad gorakhpur mathura vrindavan ayodhya
  haridwar rishikesh dehradun shimla manali srinagar jammu leh ladakh kashmir rajkot jamnagar bhavnagar gandhinagar
  vapi udaipur jodhpur kota ajmer bikaner jaisalmer pushkar gwalior jabalpur ujjain raipur bilaspur ranchi
  jamshedpur dhanbad bokaro guwahati shillong imphal aizawl kohima agartala gangtok itanagar siliguri darjeeling
  asansol durgapur howrah bhubaneswar cuttack puri rourkela visakhapatnam vizag vijayawada guntur tirupati nellore
  warangal karimnagar coimbatore madurai tiruppur tirupur salem trichy tirunelveli vellore erode kanchipuram
  pondicherry puducherry kochi cochin ernakulam trivandrum thiruvananthapuram kozhikode calicut thrissur kollam
  kottayam mysore mysuru mangalore mangaluru hubli dharwad belgaum hampi goa panaji margao nashik aurangabad solapur
  kolhapur thane navimumbai kalyan dombivli virar vasai andheri bandra borivali dadar juhu powai whitefield
  koramangala indiranagar electroniccity hitechcity banjarahills gachibowli saltlake tnagar adyar karolbagh
  chandnichowk rohini dwarka saket lajpatnagar sarojini connaughtplace maharashtra gujarat rajasthan punjab haryana
  himachal uttarakhand uttarpradesh madhyapradesh bihar jharkhand chhattisgarh odisha orissa westbengal bengal assam
  sikkim meghalaya manipur mizoram nagaland tripura arunachal andhra andhrapradesh telangana karnataka kerala
  tamilnadu tajmahal redfort lalquila gatewayofindia marinedrive charminar himalaya himalayas gangotri kedarnath
  badrinath somnath rameswaram sabarimala shirdi vaishno golconda
`;
